using Nots.Domain.Common;

namespace Nots.Application.Payments;

/// <summary>Reads what the card processor posts to us.</summary>
public interface IPaymentWebhook
{
    /// <summary>
    /// Checks the signature against every secret in force (two during a rotation) and reads the event. A missing, wrong or
    /// too old signature, or a body that is no event, is a refusal (<see cref="ErrorCode.InvalidRequest"/>).
    /// </summary>
    /// <param name="body">The body, byte for byte as it came.</param>
    /// <param name="signature">The header <c>Stripe-Signature</c>, or null.</param>
    Result<PaymentEvent> Read(string body, string? signature);
}
