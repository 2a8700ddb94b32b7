namespace Nots.Application.Orchestration;

/// <summary>The client side of an orchestration engine. Everything said here is durable when the call returns.</summary>
public interface IOrchestrationClient
{
    /// <summary>Starts an instance; an id that exists already, running or ended, is left as it is.</summary>
    /// <returns>Whether this call started it.</returns>
    /// <exception cref="OrchestrationBacklogException">The engine has too much to do; try later.</exception>
    Task<bool> StartAsync<TInput, TResult>(
        OrchestrationName<TInput, TResult> orchestration, string instanceId, TInput input, CancellationToken cancellationToken);

    /// <summary>Raises an external event. An ended instance takes none.</summary>
    /// <returns>Whether a live instance took it.</returns>
    Task<bool> RaiseEventAsync<TEvent>(string instanceId, string eventName, TEvent payload, CancellationToken cancellationToken);

    /// <summary>One instance, or null when there is none.</summary>
    Task<OrchestrationInstance?> GetAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>The history of the instance's present execution, oldest first; null when there is no such instance.</summary>
    Task<IReadOnlyList<HistoryEntry>?> GetHistoryAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Instances, newest first.</summary>
    /// <exception cref="ArgumentException">The position was not made by this engine.</exception>
    Task<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken);

    /// <summary>Stops processing until resumed; events and timers wait.</summary>
    /// <returns>Whether a live instance took it.</returns>
    Task<bool> SuspendAsync(string instanceId, string reason, CancellationToken cancellationToken);

    /// <summary>Goes on after a suspension.</summary>
    /// <returns>Whether a suspended instance took it.</returns>
    Task<bool> ResumeAsync(string instanceId, string reason, CancellationToken cancellationToken);

    /// <summary>Ends an instance at once, without compensation.</summary>
    /// <returns>Whether a live instance took it.</returns>
    Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellationToken);

    /// <summary>Runs an ended instance again from the beginning, with its input and its id.</summary>
    /// <returns>Whether an ended instance took it.</returns>
    Task<bool> RestartAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Forgets an ended instance and its history.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken);
}
