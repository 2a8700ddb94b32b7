using Microsoft.Extensions.Logging;
using Nots.Application.Storage;

namespace Nots.Application.Outbox;

/// <summary>
/// Sends the signal of an outbox entry, then forgets the entry. What fails stays in the outbox and is relayed later; the change
/// itself is safe already, so a failure here is no failure of it.
/// </summary>
public sealed class OutboxDispatcher(IBookingSignals signals, ITransactions transactions, ILogger<OutboxDispatcher> logger)
{
    /// <returns>Whether the signal was sent.</returns>
    public async Task<bool> DispatchAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            if (!await signals.SendAsync(entry, cancellationToken))
                return false;
            var transaction = transactions.Begin();
            transaction.Remove(entry);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogWarning(exception, "Signal {Signal} of booking {BookingId} was not delivered and waits for the relay", entry.Id, entry.BookingId);
            return false;
        }
    }
}
