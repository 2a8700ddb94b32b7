using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Nots.Functions.Timers;

/// <summary>
/// What time brings. The schedules are settings, read as UTC. A run that was missed is made up for by the next, so the host keeps
/// no record of runs; two at once do no harm.
/// </summary>
public sealed class TimerFunctions(TimerRunner timers)
{
    private const string RelayOutbox = "relay-outbox";
    private const string ReconcilePayments = "reconcile-payments";

    [Function(RelayOutbox)]
    public Task RelayOutboxAsync(
        [TimerTrigger("%RelayOutboxSchedule%", RunOnStartup = false, UseMonitor = false)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        timers.RunAsync(RelayOutbox, client, cancellationToken);

    [Function(ReconcilePayments)]
    public Task ReconcilePaymentsAsync(
        [TimerTrigger("%ReconcilePaymentsSchedule%", RunOnStartup = false, UseMonitor = false)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        timers.RunAsync(ReconcilePayments, client, cancellationToken);
}
