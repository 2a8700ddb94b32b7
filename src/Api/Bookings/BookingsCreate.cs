using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Bookings;
using Nots.Application.Lifecycle;
using Nots.Domain.Common;

namespace Nots.Api.Bookings;

/// <summary>Books a quote.</summary>
public sealed class BookingsCreate(CreateBooking createBooking) : IEndpoint
{
    private const string IdempotencyKey = "Idempotency-Key";

    public static EndpointInfo Info { get; } = new()
    {
        Name = "bookings-create",
        Tag = "Bookings",
        Method = HttpMethods.Post,
        Route = "v1/bookings",
        Summary = "Book a quote; one quote makes one booking",
        Access = Access.Bookers,
        Handler = typeof(BookingsCreate),
        Body = BodyKind.Json,
        Headers = [new(IdempotencyKey, "Under the same key the same request is answered with the same booking, for 24 hours.")],
        RequestShape = ApiJson.Default.BookingBody,
        ResponseShape = ApiJson.Default.BookingAnswer,
        Success = StatusCodes.Status201Created,
        Refusals = [StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status502BadGateway],
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var booked = await createBooking.ExecuteAsync(Read(request), request.Caller, request.Aborted);
        return booked.Succeeded
            ? Answers.Created(BookingAnswer.Of(booked.Value), ApiJson.Default.BookingAnswer, $"/v1/bookings/{booked.Value.Booking.Id}")
            : Answers.Refused(booked.Refusal);
    }

    private static BookingRequest Read(ApiRequest request)
    {
        var json = request.Json;
        var asked = new BookingRequest
        {
            QuoteId = json.Text("quoteId"),
            Customer = json.Nested("customer", ReadCustomer),
            PickupInstructions = json.Text("pickupInstructions"),
            DropoffInstructions = json.Text("dropoffInstructions"),
            SpecialRequirements = json.Text("specialRequirements"),
            PaymentMethod = json.Text("paymentMethod"),
            IdempotencyKey = request.Header(IdempotencyKey),
            RequestHash = "",
            Malformed = json.End(),
        };
        if (request.Context.Request.Headers[IdempotencyKey].Count > 1)
            asked = asked with { Malformed = [.. asked.Malformed, new FieldFault(IdempotencyKey, "duplicate", $"{IdempotencyKey} is there more than once.")] };
        // A request that is at fault is refused before its hash is looked at.
        return asked.Malformed.Count == 0 ? asked with { RequestHash = CanonicalJson.Hash(json.Element) } : asked;
    }

    private static CustomerInput ReadCustomer(JsonFields json) =>
        new(json.Text("firstName"), json.Text("lastName"), json.Text("email"), json.Text("phone"));
}
