using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Nots.Functions.Http;

namespace Nots.Functions.Payments;

/// <summary>Payments, and what Stripe tells of them, over HTTP.</summary>
public sealed class PaymentFunctions(ApiEntry api)
{
    [Function("payments-intent")]
    public Task IntentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/payments/intents")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);

    [Function("payments-webhook")]
    public Task WebhookAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/webhooks/stripe")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync(request, client);
}
