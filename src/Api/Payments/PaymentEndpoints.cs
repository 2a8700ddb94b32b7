using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nots.Api.Authentication;
using Nots.Api.Reading;
using Nots.Api.Results;
using Nots.Application.Payments;

namespace Nots.Api.Payments;

/// <summary>Paying a booking by card, and the card processor's events.</summary>
internal static class PaymentEndpoints
{
    private const string Signature = "Stripe-Signature";
    private const int MaxEventBytes = 512 * 1024;

    public static RouteGroupBuilder MapPayments(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("Payments");
        group.MapPost("payments/intents", OpenIntentAsync).WithName("payments-intent").RequireAccess(Access.Payers)
            .WithSummary("The Stripe PaymentIntent of a booking: the open one, or a new one")
            .ReadsJson(PaymentJson.Default.PaymentIntentRequest)
            .ReturnsJson(PaymentJson.Default.PaymentIntentResponse, StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status502BadGateway);
        // A failure on our side makes Stripe send the event again.
        group.MapPost("webhooks/stripe", ReceiveEventAsync).WithName("payments-webhook").RequireAccess(Access.Anyone).DisableRateLimiting()
            .WithSummary("Stripe's events, by signature")
            .WithAnyQuery()
            .WithHeader(new ParameterInfo(Signature, "Stripe's signature of the body, at most 300 seconds old.", Required: true))
            .ReadsBytes(MaxEventBytes)
            .ReturnsJson(PaymentJson.Default.WebhookResponse);
        return group;
    }

    private static async Task<IResult> OpenIntentAsync(HttpContext context, OpenPaymentIntent openPaymentIntent)
    {
        var (request, malformed) = RequestReader.Read(context.Json(), PaymentJson.Default.PaymentIntentRequest);
        var booking = await openPaymentIntent.ExecuteAsync(request with { Malformed = malformed }, context.Caller(), context.RequestAborted);
        return booking.Succeeded
            ? ApiResults.Created(PaymentIntentResponse.From(booking.Value), PaymentJson.Default.PaymentIntentResponse, location: null)
            : ApiResults.Refused(booking.Refusal);
    }

    private static async Task<IResult> ReceiveEventAsync(HttpContext context, ReceivePaymentEvent receiveEvent)
    {
        var signature = context.Request.Headers[Signature] is [{ } sent] ? sent : null;
        var received = await receiveEvent.ExecuteAsync(Encoding.UTF8.GetString(context.Body().Span), signature, context.RequestAborted);
        return ApiResults.Ok(received, _ => new WebhookResponse(true), PaymentJson.Default.WebhookResponse);
    }
}
