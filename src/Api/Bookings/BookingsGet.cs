using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Bookings;

namespace Nots.Api.Bookings;

/// <summary>Reads one booking.</summary>
public sealed class BookingsGet(GetBooking getBooking) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "bookings-get",
        Tag = "Bookings",
        Method = HttpMethods.Get,
        Route = "v1/bookings/{bookingId}",
        Summary = "A booking with its quote, payment, driver, vehicle and timeline",
        Access = Access.SignedInOrLink,
        Handler = typeof(BookingsGet),
        ResponseShape = ApiJson.Default.BookingAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var found = await getBooking.ExecuteAsync(request.Route("bookingId"), request.Caller, request.Aborted);
        return Answers.Ok(found, BookingAnswer.Of, ApiJson.Default.BookingAnswer);
    }
}
