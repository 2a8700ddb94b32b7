using System.Diagnostics;
using System.Globalization;
using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using DurableTask.Core.Query;
using DurableTask.Core.Tracing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using OrchestrationQuery = Microsoft.DurableTask.Client.OrchestrationQuery;
using PurgeResult = Microsoft.DurableTask.Client.PurgeResult;

namespace Nots.Durable.TaskHub;

/// <summary>
/// A <see cref="DurableTaskClient"/> in the process of the backend, over any <see cref="IOrchestrationServiceClient"/>. What a backend cannot do
/// (query, purge) throws <see cref="NotSupportedException"/>.
/// </summary>
/// <remarks>
/// Entities, rewinding and recursive purging are not supported. A schedule without dedupe statuses replaces an ended instance and is refused
/// while one is live: this client never ends an instance in order to start another.
/// </remarks>
public sealed class TaskHubClient : DurableTaskClient
{
    private static readonly OrchestrationStatus[] Live = [OrchestrationStatus.Pending, OrchestrationStatus.Running, OrchestrationStatus.Suspended];
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly IOrchestrationServiceClient _backend;
    private readonly DataConverter _converter;
    private readonly TimeProvider _time;

    /// <param name="name">Of the client among several in one service collection; empty for the only one.</param>
    /// <param name="backend">Where instances are kept.</param>
    /// <param name="options">Its data converter must be the worker's.</param>
    /// <param name="time">Dates what is sent.</param>
    public TaskHubClient(string name, IOrchestrationServiceClient backend, IOptionsMonitor<DurableTaskClientOptions> options, TimeProvider time)
        : base(name)
    {
        _backend = backend;
        _converter = options.Get(name).DataConverter;
        _time = time;
    }

    /// <exception cref="OrchestrationAlreadyExistsException">There is an instance of this id in one of the dedupe statuses, or a live one.</exception>
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var started = Started(orchestratorName.Name, options?.InstanceId ?? NewId(), _converter.Serialize(input));
        started.Version = options?.Version?.Version ?? "";
        started.ScheduledStartTime = options?.StartAt?.UtcDateTime;
        started.Tags = options?.Tags.Count > 0 ? options.Tags.ToDictionary() : null;
        await CreateAsync(started, options?.DedupeStatuses is { Count: > 0 } dedupe ? [.. dedupe.Select(TaskHubStates.ParseCore).Union(Live)] : Live);
        return started.OrchestrationInstance.InstanceId;
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return SendAsync(instanceId, new EventRaisedEvent(-1, _converter.Serialize(eventPayload)) { Name = eventName }, cancellation);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionSuspendedEvent(-1, reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionResumedEvent(-1, reason), cancellation);

    /// <exception cref="NotSupportedException">The children were to be terminated, too.</exception>
    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        return options is { Recursive: true }
            ? throw new NotSupportedException("Terminate the sub-orchestrations one by one: this client does not do so by itself.")
            : _backend.ForceTerminateTaskOrchestrationAsync(instanceId, _converter.Serialize(options?.Output));
    }

    /// <exception cref="ArgumentException">There is no such instance.</exception>
    /// <exception cref="OrchestrationAlreadyExistsException">It has not ended.</exception>
    public override async Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        var ended = await GetInstanceAsync(instanceId, true, cancellation)
            ?? throw new ArgumentException($"There is no instance '{instanceId}'.", nameof(instanceId));
        var started = Started(ended.Name, restartWithNewInstanceId ? NewId() : instanceId, ended.SerializedInput);
        await CreateAsync(started, Live);
        return started.OrchestrationInstance.InstanceId;
    }

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        var states = await _backend.GetOrchestrationStateAsync(instanceId, allExecutions: false);
        return states is { Count: > 0 } && states[0] is { } state ? TaskHubStates.ToMetadata(state, getInputsAndOutputs ? _converter : null) : null;
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var backend = Supporting<IOrchestrationServiceQueryClient>();
        return Pageable.Create(async (continuation, pageSize, cancellation) =>
        {
            var query = TaskHubStates.ToCore(filter ?? new OrchestrationQuery(), continuation, pageSize);
            var found = await backend.GetOrchestrationWithQueryAsync(query, cancellation);
            return new Page<OrchestrationMetadata>(
                [.. found.OrchestrationState.Select(state => TaskHubStates.ToMetadata(state, query.FetchInputsAndOutputs ? _converter : null))],
                found.ContinuationToken);
        });
    }

    /// <summary>The history of the present execution, oldest first; none when there is no such instance.</summary>
    public override async Task<IList<HistoryEvent>> GetOrchestrationHistoryAsync(string instanceId, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        var states = await _backend.GetOrchestrationStateAsync(instanceId, allExecutions: false);
        return states is { Count: > 0 } && states[0] is { } state
            ? HistoryJson.Read(await _backend.GetOrchestrationHistoryAsync(instanceId, state.OrchestrationInstance.ExecutionId))
            : [];
    }

    /// <exception cref="InvalidOperationException">The instance is live.</exception>
    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        RefuseRecursion(options);
        if (await GetInstanceAsync(instanceId, false, cancellation) is not { } instance)
            return new PurgeResult(0);
        if (!instance.IsCompleted)
            throw new InvalidOperationException($"Instance '{instanceId}' is {instance.RuntimeStatus}: only one that has ended can be purged.");
        return TaskHubStates.ToClient(await Supporting<IOrchestrationServicePurgeClient>().PurgeInstanceStateAsync(instanceId));
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        RefuseRecursion(options);
        cancellation.ThrowIfCancellationRequested();
        return TaskHubStates.ToClient(await Supporting<IOrchestrationServicePurgeClient>().PurgeInstanceStateAsync(TaskHubStates.ToCore(filter)));
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        while (true)
        {
            var instance = await GetInstanceAsync(instanceId, getInputsAndOutputs, cancellation);
            if (instance is not null && instance.RuntimeStatus != OrchestrationRuntimeStatus.Pending)
                return instance;
            await Task.Delay(PollInterval, cancellation);
        }
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var state = await _backend.WaitForOrchestrationAsync(instanceId, null, TimeSpan.MaxValue, cancellation);
        return TaskHubStates.ToMetadata(state, getInputsAndOutputs ? _converter : null);
    }

    /// <summary>Nothing: the backend belongs to whoever made it.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ExecutionStartedEvent Started(string name, string instanceId, string? input)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        return new ExecutionStartedEvent(-1, input)
        {
            Name = name,
            Version = "",
            Timestamp = _time.GetUtcNow().UtcDateTime,
            OrchestrationInstance = new OrchestrationInstance { InstanceId = instanceId, ExecutionId = NewId() },
            ParentTraceContext = Activity.Current is { Id: { } id } activity ? new DistributedTraceContext(id, activity.TraceStateString) : null,
        };
    }

    private Task CreateAsync(ExecutionStartedEvent started, OrchestrationStatus[] dedupeStatuses) => _backend.CreateTaskOrchestrationAsync(
        new TaskMessage { OrchestrationInstance = started.OrchestrationInstance, Event = started }, dedupeStatuses);

    private Task SendAsync(string instanceId, HistoryEvent happened, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        happened.Timestamp = _time.GetUtcNow().UtcDateTime;
        return _backend.SendTaskOrchestrationMessageAsync(
            new TaskMessage { OrchestrationInstance = new OrchestrationInstance { InstanceId = instanceId }, Event = happened });
    }

    private T Supporting<T>()
        where T : class => _backend as T ?? throw new NotSupportedException($"{_backend.GetType().Name} does not implement {typeof(T).Name}.");

    private static void RefuseRecursion(PurgeInstanceOptions? options)
    {
        if (options is { Recursive: true })
            throw new NotSupportedException("Purge the sub-orchestrations one by one: this client does not do so by itself.");
    }

    private static string NewId() => Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
}
