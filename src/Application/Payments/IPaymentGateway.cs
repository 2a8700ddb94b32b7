using Nots.Application.Common;

namespace Nots.Application.Payments;

/// <summary>
/// The card processor, in Stripe's terms. Every call that changes something there carries an idempotency key made of booking
/// and step, so that a repeated call is answered with the first one's result.
/// </summary>
public interface IPaymentGateway
{
    /// <summary>Opens a PaymentIntent. The same key gives the same intent.</summary>
    /// <exception cref="ExternalServiceException">The processor failed or refused.</exception>
    Task<GatewayIntent> CreateIntentAsync(NewIntent intent, string idempotencyKey, CancellationToken cancellationToken);

    /// <exception cref="ExternalServiceException">The processor failed or knows no such intent.</exception>
    Task<GatewayIntent> GetIntentAsync(string intentId, CancellationToken cancellationToken);

    /// <summary>
    /// Cancels an intent and returns what became of it. It may have succeeded in that second: then its state says so, and
    /// nothing was cancelled.
    /// </summary>
    /// <exception cref="ExternalServiceException">The processor failed; whether it is cancelled is not known.</exception>
    Task<GatewayIntent> CancelIntentAsync(string intentId, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Pays back part or all of a succeeded intent.</summary>
    /// <exception cref="ExternalServiceException">The processor failed or refused.</exception>
    Task<GatewayRefund> RefundAsync(NewRefund refund, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Every refund of an intent, newest first. Idempotency keys are forgotten after a day; this is not.</summary>
    /// <exception cref="ExternalServiceException">The processor failed.</exception>
    Task<IReadOnlyList<GatewayRefund>> ListRefundsAsync(string intentId, CancellationToken cancellationToken);

    /// <exception cref="ExternalServiceException">The processor failed or knows no such refund.</exception>
    Task<GatewayRefund> GetRefundAsync(string refundId, CancellationToken cancellationToken);

    /// <summary>Intents made in a stretch of time, for reconciliation, newest first.</summary>
    IAsyncEnumerable<GatewayIntent> ListIntentsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
