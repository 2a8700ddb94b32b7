using Nots.Application.Common;
using Nots.Domain.Common;

namespace Nots.Application.Payments;

/// <summary>Takes an event that the card processor sent. The signature is the authentication.</summary>
public sealed class ReceivePaymentEvent(IPaymentWebhook webhook, HandlePaymentEvent handleEvent)
{
    /// <param name="body">As it was signed.</param>
    /// <param name="signature">As it was sent; null when none was.</param>
    /// <param name="cancellationToken">The request's.</param>
    /// <returns>Whether it changed anything; refused when the signature is not the processor's.</returns>
    /// <exception cref="ExternalServiceException">The event came before the one that it builds on; it must be sent again.</exception>
    public async Task<Result<bool>> ExecuteAsync(string body, string? signature, CancellationToken cancellationToken)
    {
        var read = webhook.Read(body, signature);
        if (!read.Succeeded)
            return read.Refusal;
        return await handleEvent.ExecuteAsync(read.Value, cancellationToken);
    }
}
