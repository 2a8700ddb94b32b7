using Microsoft.Extensions.Logging;

namespace Nots.Application.Payments;

/// <summary>
/// Compares the card processor's intents of the last day with ours, and lets every payment that we were not told of have its
/// effect. Run every quarter of an hour; safe to repeat and to overlap.
/// </summary>
public sealed class ReconcilePayments(
    IPaymentGateway gateway, HandlePaymentEvent handle, TimeProvider time, ILogger<ReconcilePayments> logger)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    /// <returns>How many bookings were put right.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var repaired = 0;
        await foreach (var intent in gateway.ListIntentsAsync(now - Window, now, cancellationToken))
        {
            if (intent.BookingId is null || Missed(intent, now) is not { } missed)
                continue;
            repaired += await handle.ExecuteAsync(missed, cancellationToken) ? 1 : 0;
        }
        if (repaired > 0)
            logger.LogWarning("Reconciliation repaired {Count} payments that no webhook told of", repaired);
        return repaired;
    }

    /// <summary>What a webhook would have told; null where there is nothing final to tell.</summary>
    private static PaymentEvent? Missed(GatewayIntent intent, DateTimeOffset now)
    {
        var (kind, amount) = intent.State switch
        {
            GatewayIntentState.Succeeded => (PaymentEventKind.Succeeded, intent.AmountReceivedPence),
            GatewayIntentState.Canceled => (PaymentEventKind.Canceled, 0),
            _ => (PaymentEventKind.Other, 0),
        };
        return kind == PaymentEventKind.Other
            ? null
            : new PaymentEvent($"reconciled:{intent.IntentId}:{kind}", kind, intent.IntentId, intent.BookingId, amount, intent.Currency, null, now);
    }
}
