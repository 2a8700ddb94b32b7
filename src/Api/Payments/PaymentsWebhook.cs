using System.Text;
using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Payments;

namespace Nots.Api.Payments;

/// <summary>Takes Stripe's events. The signature is the authentication; a failure on our side makes Stripe send it again.</summary>
public sealed class PaymentsWebhook(IPaymentWebhook webhook, HandlePaymentEvent handleEvent) : IEndpoint
{
    private const string Signature = "Stripe-Signature";

    public static EndpointInfo Info { get; } = new()
    {
        Name = "payments-webhook",
        Tag = "Payments",
        Method = HttpMethods.Post,
        Route = "v1/webhooks/stripe",
        Summary = "Stripe's events, by signature",
        Access = Access.Anyone,
        Handler = typeof(PaymentsWebhook),
        Limited = false,
        Body = BodyKind.Raw,
        BodyLimit = 512 * 1024,
        Query = null,
        Headers = [new(Signature, "Stripe's signature of the body, at most 300 seconds old.", Required: true)],
        ResponseShape = ApiJson.Default.ReceivedAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var read = webhook.Read(Encoding.UTF8.GetString(request.Body.Span), request.Header(Signature));
        if (!read.Succeeded)
            return Answers.Refused(read.Refusal);
        await handleEvent.ExecuteAsync(read.Value, request.Aborted);
        return Answers.Ok(new ReceivedAnswer(true), ApiJson.Default.ReceivedAnswer);
    }
}
