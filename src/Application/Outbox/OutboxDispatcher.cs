using Microsoft.Extensions.Logging;
using Nots.Application.Bookings;
using Nots.Application.Orchestration;
using Nots.Application.Storage;

namespace Nots.Application.Outbox;

/// <summary>
/// Tells a booking's orchestration that the booking changed, starting it where there is none, then forgets the entry. What
/// fails stays in the outbox and is relayed later; the change itself is safe already, so a failure here is no failure of it.
/// </summary>
public sealed class OutboxDispatcher(IOrchestrationClient orchestrations, ITransactions transactions, ILogger<OutboxDispatcher> logger)
{
    /// <returns>Whether the orchestration was told.</returns>
    public async Task<bool> DispatchAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            if (!await TellAsync(entry, cancellationToken))
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

    private async Task<bool> TellAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var id = entry.BookingId;
        if (entry.Reopen)
        {
            // The booking was closed before this change: its orchestration has returned, or is about to. It must run again.
            return await orchestrations.RestartAsync(id, cancellationToken)
                || await orchestrations.StartAsync(BookingOrchestration.Name, id, BookingRunState.New, cancellationToken);
        }
        return await orchestrations.RaiseEventAsync(id, BookingOrchestration.Changed, Nothing.Value, cancellationToken)
            || await orchestrations.StartAsync(BookingOrchestration.Name, id, BookingRunState.New, cancellationToken)
            || await EndedAsync(id, cancellationToken);
    }

    /// <returns>Whether it has ended, so that nobody is left who would have to be told.</returns>
    private async Task<bool> EndedAsync(string id, CancellationToken cancellationToken)
    {
        switch ((await orchestrations.GetAsync(id, cancellationToken))?.Status)
        {
            // It closed the booking under the version that it had read, and the booking was open when this change was made: it
            // has seen the change by itself, before the signal that a crash held up.
            case OrchestrationStatus.Completed:
                return true;
            // Not run again behind the operator's back. They restart it, and it catches up by itself.
            case OrchestrationStatus.Failed or OrchestrationStatus.Terminated:
                logger.LogWarning("Booking {BookingId} changed, and its orchestration has failed or was terminated; restart it when ready", id);
                return true;
            default:
                return false;
        }
    }
}
