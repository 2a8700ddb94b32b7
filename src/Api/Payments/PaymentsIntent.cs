using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Payments;

namespace Nots.Api.Payments;

/// <summary>Opens the PaymentIntent of a booking, or gives the open one.</summary>
public sealed class PaymentsIntent(OpenPaymentIntent openPaymentIntent) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "payments-intent",
        Tag = "Payments",
        Method = HttpMethods.Post,
        Route = "v1/payments/intents",
        Summary = "The Stripe PaymentIntent of a booking: the open one, or a new one",
        Access = Access.Payers,
        Handler = typeof(PaymentsIntent),
        Body = BodyKind.Json,
        RequestShape = ApiJson.Default.IntentBody,
        ResponseShape = ApiJson.Default.IntentAnswer,
        Success = StatusCodes.Status201Created,
        Refusals = [StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status502BadGateway],
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var asked = new PaymentIntentRequest { BookingId = request.Json.Text("bookingId"), Malformed = request.Json.End() };
        var booking = await openPaymentIntent.ExecuteAsync(asked, request.Caller, request.Aborted);
        return booking.Succeeded
            ? Answers.Created(IntentAnswer.Of(booking.Value.Payment), ApiJson.Default.IntentAnswer, location: null)
            : Answers.Refused(booking.Refusal);
    }
}
