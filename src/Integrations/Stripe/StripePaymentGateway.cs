using System.Runtime.CompilerServices;
using Nots.Application.Payments;
using Stripe;

namespace Nots.Integrations.Stripe;

/// <summary>The card processor: Stripe, or its simulator, by the client's address.</summary>
internal sealed class StripePaymentGateway(IStripeClient client) : IPaymentGateway
{
    private const string UnexpectedState = "payment_intent_unexpected_state";
    private const int PageSize = 100;

    private readonly PaymentIntentService _intents = new(client);
    private readonly RefundService _refunds = new(client);

    public async Task<GatewayIntent> CreateIntentAsync(NewIntent intent, string idempotencyKey, CancellationToken cancellationToken)
    {
        var options = new PaymentIntentCreateOptions
        {
            Amount = intent.AmountPence,
            Currency = intent.Currency.ToLowerInvariant(),

            // Whatever the account accepts that needs no page of its own to come back from.
            AutomaticPaymentMethods = new PaymentIntentAutomaticPaymentMethodsOptions { Enabled = true, AllowRedirects = "never" },
            Metadata = new Dictionary<string, string>
            {
                [MetadataKeys.BookingId] = intent.BookingId.Value,
                [MetadataKeys.BookingReference] = intent.BookingReference,
            },
        };
        var created = await StripeFaults.CallAsync(
            () => _intents.CreateAsync(options, With(idempotencyKey), cancellationToken), cancellationToken);
        return created.ToGateway();
    }

    public async Task<GatewayIntent> GetIntentAsync(string intentId, CancellationToken cancellationToken)
    {
        var intent = await StripeFaults.CallAsync(
            () => _intents.GetAsync(intentId, cancellationToken: cancellationToken), cancellationToken);
        return intent.ToGateway();
    }

    public async Task<GatewayIntent> CancelIntentAsync(string intentId, string idempotencyKey, CancellationToken cancellationToken)
    {
        var canceled = await StripeFaults.CallAsync(() => TryCancelAsync(intentId, idempotencyKey, cancellationToken), cancellationToken);
        if (canceled is not null)
            return canceled.ToGateway();
        var intent = await GetIntentAsync(intentId, cancellationToken);
        return intent.State is GatewayIntentState.Succeeded or GatewayIntentState.Canceled
            ? intent
            : throw StripeFaults.Unreadable($"would not cancel {intentId}, which is in the state {intent.State}");
    }

    public async Task<GatewayRefund> RefundAsync(NewRefund refund, string idempotencyKey, CancellationToken cancellationToken)
    {
        var options = new RefundCreateOptions
        {
            PaymentIntent = refund.IntentId,
            Amount = refund.AmountPence,
            Metadata = new Dictionary<string, string> { [MetadataKeys.BookingId] = refund.BookingId.Value },
        };
        var created = await StripeFaults.CallAsync(
            () => _refunds.CreateAsync(options, With(idempotencyKey), cancellationToken), cancellationToken);
        return created.ToGateway();
    }

    public async Task<IReadOnlyList<GatewayRefund>> ListRefundsAsync(string intentId, CancellationToken cancellationToken)
    {
        var refunds = await StripeFaults.CallAsync(
            () => _refunds.ListAsync(new RefundListOptions { PaymentIntent = intentId, Limit = PageSize }, cancellationToken: cancellationToken),
            cancellationToken);
        return [.. refunds.Select(refund => refund.ToGateway())];
    }

    public async Task<GatewayRefund> GetRefundAsync(string refundId, CancellationToken cancellationToken)
    {
        var refund = await StripeFaults.CallAsync(
            () => _refunds.GetAsync(refundId, cancellationToken: cancellationToken), cancellationToken);
        return refund.ToGateway();
    }

    public async IAsyncEnumerable<GatewayIntent> ListIntentsAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Stripe counts whole seconds: both ends are in, so that none between is missed.
        var options = new PaymentIntentListOptions
        {
            Limit = PageSize,
            Created = new DateRangeOptions { GreaterThanOrEqual = from.UtcDateTime, LessThanOrEqual = to.UtcDateTime },
        };
        await using var intents = _intents.ListAutoPagingAsync(options, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await StripeFaults.CallAsync(() => intents.MoveNextAsync().AsTask(), cancellationToken))
            yield return intents.Current.ToGateway();
    }

    /// <summary>Null when its state does not allow it: it has succeeded, or is cancelled already.</summary>
    private async Task<PaymentIntent?> TryCancelAsync(string intentId, string idempotencyKey, CancellationToken cancellationToken)
    {
        try
        {
            return await _intents.CancelAsync(intentId, new PaymentIntentCancelOptions(), With(idempotencyKey), cancellationToken);
        }
        catch (StripeException refusal) when (refusal.StripeError?.Code == UnexpectedState)
        {
            return null;
        }
    }

    private static RequestOptions With(string idempotencyKey) => new() { IdempotencyKey = idempotencyKey };
}
