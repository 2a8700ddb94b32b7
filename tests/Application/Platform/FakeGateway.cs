using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Nots.Application.Common;
using Nots.Application.Payments;

namespace Nots.Application.Tests.Platform;

/// <summary>A card processor in memory, with Stripe's idempotency and a switch for trouble.</summary>
internal sealed class FakeGateway(TimeProvider time) : IPaymentGateway
{
    private readonly ConcurrentDictionary<string, object> _answers = new();
    private readonly ConcurrentDictionary<string, GatewayIntent> _intents = new();
    private readonly ConcurrentDictionary<string, GatewayRefund> _refunds = new();
    private int _count;

    /// <summary>How many of the next calls fail as if the network were gone.</summary>
    public int FailuresToCome;

    public ICollection<GatewayRefund> Refunds => _refunds.Values;

    public ICollection<GatewayIntent> Intents => _intents.Values;

    /// <summary>What becomes of the next refunds.</summary>
    public GatewayRefundState RefundState { get; set; } = GatewayRefundState.Succeeded;

    public Task<GatewayIntent> CreateIntentAsync(NewIntent intent, string idempotencyKey, CancellationToken cancellationToken)
    {
        Trouble();
        return Task.FromResult((GatewayIntent)_answers.GetOrAdd(idempotencyKey, _ =>
        {
            var id = $"pi_{Interlocked.Increment(ref _count)}";
            return _intents[id] = new GatewayIntent(
                id, intent.BookingId.Value, GatewayIntentState.RequiresPaymentMethod, intent.AmountPence, 0, intent.Currency, id + "_secret", null, time.GetUtcNow());
        }));
    }

    public Task<GatewayIntent> GetIntentAsync(string intentId, CancellationToken cancellationToken)
    {
        Trouble();
        return Task.FromResult(_intents[intentId]);
    }

    public Task<GatewayIntent> CancelIntentAsync(string intentId, string idempotencyKey, CancellationToken cancellationToken)
    {
        Trouble();
        return Task.FromResult(_intents.AddOrUpdate(
            intentId,
            _ => throw new InvalidOperationException("No such intent."),
            (_, intent) => intent.State == GatewayIntentState.Succeeded ? intent : intent with { State = GatewayIntentState.Canceled }));
    }

    public Task<GatewayRefund> RefundAsync(NewRefund refund, string idempotencyKey, CancellationToken cancellationToken)
    {
        Trouble();
        return Task.FromResult((GatewayRefund)_answers.GetOrAdd(idempotencyKey, _ =>
        {
            var id = $"re_{Interlocked.Increment(ref _count)}";
            return _refunds[id] = new GatewayRefund(id, refund.IntentId, refund.AmountPence, RefundState, RefundState == GatewayRefundState.Failed ? "account closed" : null);
        }));
    }

    public Task<IReadOnlyList<GatewayRefund>> ListRefundsAsync(string intentId, CancellationToken cancellationToken)
    {
        Trouble();
        return Task.FromResult<IReadOnlyList<GatewayRefund>>([.. _refunds.Values.Where(refund => refund.IntentId == intentId)]);
    }

    public Task<GatewayRefund> GetRefundAsync(string refundId, CancellationToken cancellationToken) => Task.FromResult(_refunds[refundId]);

    public async IAsyncEnumerable<GatewayIntent> ListIntentsAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Trouble();
        foreach (var intent in _intents.Values)
        {
            await Task.CompletedTask;
            yield return intent;
        }
    }

    /// <summary>The customer pays; nobody tells us.</summary>
    public GatewayIntent Pay(string intentId) => _intents[intentId] = _intents[intentId] with
    {
        State = GatewayIntentState.Succeeded,
        AmountReceivedPence = _intents[intentId].AmountPence,
    };

    private void Trouble()
    {
        if (Interlocked.Decrement(ref FailuresToCome) >= 0)
            throw new ExternalServiceException("Stripe", "the network is gone", transient: true);
        Interlocked.Exchange(ref FailuresToCome, 0);
    }
}
