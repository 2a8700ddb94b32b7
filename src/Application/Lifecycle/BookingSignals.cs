using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Nots.Application.Operations;
using Nots.Application.Outbox;

namespace Nots.Application.Lifecycle;

/// <summary>Tells a booking's orchestration that the booking has changed, and starts the orchestration where there is none.</summary>
public sealed class BookingSignals(DurableTaskClient orchestrations, ILogger<BookingSignals> logger) : IBookingSignals
{
    public async Task<bool> SendAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var id = entry.BookingId.Value;
        switch ((await orchestrations.GetInstanceAsync(id, cancellationToken))?.Status())
        {
            case null:
                await StartAsync(id, cancellationToken);
                return true;
            // The booking was closed before this change: its orchestration is about to return and must then run again. Until it
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
