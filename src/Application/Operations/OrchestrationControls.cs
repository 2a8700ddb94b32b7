using Microsoft.DurableTask.Client;

namespace Nots.Application.Operations;

/// <summary>
/// What operators do with an instance. Durable Task's controls are messages: a backend takes them, answers, and acts later, or refuses
/// one that no longer fits, each in its own way. Here each answers whether it was taken, the same on every backend, once it shows.
/// </summary>
public sealed class OrchestrationControls(DurableTaskClient client, TimeProvider time)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>A control that takes longer to show is on its way all the same.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Stops processing until resumed; events and timers wait.</summary>
    /// <returns>Whether a live instance took it; one that is suspended already did.</returns>
    public async Task<bool> SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        await FindAsync(instanceId, cancellationToken) is var before && IsLive(before)
        && (IsSuspended(before)
            || await ControlAsync(
                () => client.SuspendInstanceAsync(instanceId, reason, cancellationToken),
                instanceId, instance => !IsLive(instance) || IsSuspended(instance), IsLive, cancellationToken));

    /// <summary>Goes on after a suspension.</summary>
    /// <returns>Whether a suspended instance took it.</returns>
    public async Task<bool> ResumeAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        IsSuspended(await FindAsync(instanceId, cancellationToken))
        && await ControlAsync(
            () => client.ResumeInstanceAsync(instanceId, reason, cancellationToken),
            instanceId, instance => !IsSuspended(instance), IsLive, cancellationToken);

    /// <summary>Ends an instance without compensation.</summary>
    /// <returns>Whether a live instance took it.</returns>
    public async Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellationToken) =>
        IsLive(await FindAsync(instanceId, cancellationToken))
        && await ControlAsync(
            () => client.TerminateInstanceAsync(instanceId, reason, cancellationToken),
            instanceId, instance => !IsLive(instance), instance => instance?.Status() == OrchestrationStatus.Terminated, cancellationToken);

    /// <summary>Runs an ended instance again from the beginning of its last execution, with its input and its id.</summary>
    /// <returns>Whether an ended instance took it.</returns>
    public async Task<bool> RestartAsync(string instanceId, CancellationToken cancellationToken) =>
        await FindAsync(instanceId, cancellationToken) is { } before && !IsLive(before)
        && await ControlAsync(
            () => client.RestartAsync(instanceId, false, cancellationToken),
            instanceId, instance => IsLive(instance) || instance?.CreatedAt != before.CreatedAt, instance => instance is not null, cancellationToken);

    /// <summary>Raises an external event.</summary>
    /// <returns>Whether a live instance took it.</returns>
    public async Task<bool> RaiseEventAsync(string instanceId, string eventName, object? payload, CancellationToken cancellationToken) =>
        IsLive(await FindAsync(instanceId, cancellationToken))
        && await ControlAsync(
            () => client.RaiseEventAsync(instanceId, eventName, payload, cancellationToken), instanceId, _ => true, IsLive, cancellationToken);

    /// <summary>Forgets an ended instance and its history.</summary>
    /// <returns>Whether an ended instance was there.</returns>
    public async Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken) =>
        await FindAsync(instanceId, cancellationToken) is { } before && !IsLive(before)
        && (await client.PurgeInstanceAsync(instanceId, null, cancellationToken)).PurgedInstanceCount > 0;

    private Task<OrchestrationMetadata?> FindAsync(string instanceId, CancellationToken cancellationToken) =>
        client.GetInstanceAsync(instanceId, false, cancellationToken);

    /// <summary>Sends a control and waits until it shows.</summary>
    /// <param name="send">Fails, on some backends, when the instance is no longer as it was seen: in exceptions that differ by backend.</param>
    /// <param name="instanceId">Whom it is for.</param>
    /// <param name="shows">Whether there is nothing to wait for any more.</param>
    /// <param name="wasTaken">Whether what shows is what was asked for.</param>
    /// <param name="cancellationToken">Gives up the wait; the control stays sent.</param>
    private async Task<bool> ControlAsync(
        Func<Task> send, string instanceId, Func<OrchestrationMetadata?, bool> shows, Func<OrchestrationMetadata?, bool> wasTaken, CancellationToken cancellationToken)
    {
        try
        {
            await send();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var instance = await FindAsync(instanceId, cancellationToken);
            if (!shows(instance))
                throw;
            return wasTaken(instance);
        }
        var sent = time.GetTimestamp();
        var seen = await FindAsync(instanceId, cancellationToken);
        for (; !shows(seen) && time.GetElapsedTime(sent) < Timeout; seen = await FindAsync(instanceId, cancellationToken))
            await Task.Delay(PollInterval, time, cancellationToken);
        return !shows(seen) || wasTaken(seen);
    }

    private static bool IsLive(OrchestrationMetadata? instance) => instance?.Status().IsLive() == true;

    private static bool IsSuspended(OrchestrationMetadata? instance) => instance?.Status() == OrchestrationStatus.Suspended;
}
