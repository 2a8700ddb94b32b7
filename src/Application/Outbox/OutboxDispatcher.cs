using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Nots.Application.Bookings;
using Nots.Application.Operations;
using Nots.Application.Storage;

namespace Nots.Application.Outbox;

/// <summary>
/// Tells a booking's orchestration that the booking changed, starting it where there is none, then forgets the entry. What
/// fails stays in the outbox and is relayed later; the change itself is safe already, so a failure here is no failure of it.
/// </summary>
public sealed class OutboxDispatcher(DurableTaskClient orchestrations, ITransactions transactions, ILogger<OutboxDispatcher> logger)
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
        switch ((await orchestrations.GetInstanceAsync(id, cancellationToken))?.Status())
        {
            case null:
                await StartAsync(id, cancellationToken);
                return true;
            // The booking was closed before this change: its orchestration is about to return, and must then run again. Until it
            // has returned, the entry waits for the relay.
            case { } status when status.IsLive() && entry.Reopen:
                return false;
            case { } status when status.IsLive():
                await orchestrations.RaiseEventAsync(id, BookingOrchestration.Changed, null, cancellationToken);
                return true;
            case { } when entry.Reopen:
                await orchestrations.RestartAsync(id, false, cancellationToken);
                return true;
            // It closed the booking under the version that it had read, and the booking was open when this change was made: it
            // has seen the change by itself, before the signal that a crash held up.
            case OrchestrationStatus.Completed:
                return true;
            // Not run again behind the operator's back. They restart it, and it catches up by itself.
            default:
                logger.LogWarning("Booking {BookingId} changed, and its orchestration has failed or was terminated; restart it when ready", id);
                return true;
        }
    }

    private async Task StartAsync(string id, CancellationToken cancellationToken)
    {
        var options = new StartOrchestrationOptions(id).WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
        try
        {
            await orchestrations.ScheduleNewOrchestrationInstanceAsync(BookingOrchestration.Name, BookingRunState.New, options, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Two start it at once, and one of them is refused, with an exception that differs by backend. It may have read the booking
            // before this change, so it is told.
            if (await orchestrations.GetInstanceAsync(id, cancellationToken) is null)
                throw;
            await orchestrations.RaiseEventAsync(id, BookingOrchestration.Changed, null, cancellationToken);
        }
    }
}
