using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Nots.Application.Payments;
using Nots.Domain.Common;

namespace Nots.Cost.Bench.Platform;

/// <summary>A card processor in memory, whose ids and secrets have the lengths of Stripe's, and whose events are what the webhook takes as they are.</summary>
internal sealed class CardProcessor(TimeProvider time) : IPaymentGateway, IPaymentWebhook
{
    private readonly ConcurrentDictionary<string, GatewayIntent> _byKey = new();

    public Task<GatewayIntent> CreateIntentAsync(NewIntent intent, string idempotencyKey, CancellationToken cancellationToken) =>
        Task.FromResult(_byKey.GetOrAdd(idempotencyKey, _ =>
        {
            var id = $"pi_{_byKey.Count + 1:D24}";
            return new GatewayIntent(
                id, intent.BookingId.Value, GatewayIntentState.RequiresPaymentMethod, intent.AmountPence, 0, intent.Currency,
                $"{id}_secret_{new string('s', 25)}", null, time.GetUtcNow());
        }));

    /// <summary>The body of the event that tells of a booking's payment.</summary>
    public byte[] Paid(string bookingId)
    {
        var intent = _byKey.Values.Single(intent => intent.BookingId == bookingId);
        return JsonSerializer.SerializeToUtf8Bytes(new PaymentEvent(
            $"evt_{intent.IntentId[3..]}", PaymentEventKind.Succeeded, intent.IntentId, bookingId, intent.AmountPence, intent.Currency, null, time.GetUtcNow()));
    }

    public Result<PaymentEvent> Read(string body, string? signature) => JsonSerializer.Deserialize<PaymentEvent>(body)!;

    public Task<GatewayIntent> GetIntentAsync(string intentId, CancellationToken cancellationToken) =>
        Task.FromResult(_byKey.Values.Single(intent => intent.IntentId == intentId));

    public Task<GatewayIntent> CancelIntentAsync(string intentId, string idempotencyKey, CancellationToken cancellationToken) => throw Unexpected();

    public Task<GatewayRefund> RefundAsync(NewRefund refund, string idempotencyKey, CancellationToken cancellationToken) => throw Unexpected();

    public Task<IReadOnlyList<GatewayRefund>> ListRefundsAsync(string intentId, CancellationToken cancellationToken) => throw Unexpected();

    public Task<GatewayRefund> GetRefundAsync(string refundId, CancellationToken cancellationToken) => throw Unexpected();

    public async IAsyncEnumerable<GatewayIntent> ListIntentsAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var intent in _byKey.Values)
            yield return intent;
    }

    private static InvalidOperationException Unexpected() => new("A booking that is driven to its end has no refund and no cancelled intent.");
}
