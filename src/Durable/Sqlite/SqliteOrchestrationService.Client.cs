using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using DurableTask.Core.Query;
using DurableTask.Core.Serializing;
using Nots.Durable.Sqlite.Events;
using Nots.Durable.Sqlite.Store;
using Nots.Durable.Sqlite.Store.Operations;

namespace Nots.Durable.Sqlite;

/// <content>What clients ask for: making, telling, watching, ending and purging instances.</content>
public sealed partial class SqliteOrchestrationService
{
    private const int PurgeBatch = 100;

    private static readonly OrchestrationStatus[] Live = [OrchestrationStatus.Pending, OrchestrationStatus.Running, OrchestrationStatus.Suspended];

    /// <summary>Makes an instance, in place of one of the same id that has ended.</summary>
    /// <exception cref="OrchestrationAlreadyExistsException">There is one that has not.</exception>
    public Task CreateTaskOrchestrationAsync(TaskMessage creationMessage) => CreateTaskOrchestrationAsync(creationMessage, Live);

    /// <summary>Makes an instance, in place of one of the same id, whose history and all else goes.</summary>
    /// <param name="creationMessage">Holds an <see cref="ExecutionStartedEvent"/>.</param>
    /// <param name="dedupeStatuses">Null: those of an instance that has not ended.</param>
    /// <exception cref="OrchestrationAlreadyExistsException">There is one in one of the given statuses.</exception>
    public async Task CreateTaskOrchestrationAsync(TaskMessage creationMessage, OrchestrationStatus[]? dedupeStatuses)
    {
        if (creationMessage.Event is not ExecutionStartedEvent started)
            throw new ArgumentException("An instance is made by an ExecutionStarted event.", nameof(creationMessage));
        started.OrchestrationInstance ??= creationMessage.OrchestrationInstance;
        started.Timestamp = _time.GetUtcNow().UtcDateTime;
        var status = await Open().Commits.SubmitAsync(new CreateInstance(started, EventJson.Write(started), dedupeStatuses ?? Live));
        if (status is { } existing)
            throw new OrchestrationAlreadyExistsException($"There is an instance '{started.OrchestrationInstance.InstanceId}' already; it is {existing}.");
    }

    /// <inheritdoc cref="SendTaskOrchestrationMessageBatchAsync"/>
    public Task SendTaskOrchestrationMessageAsync(TaskMessage message) => SendTaskOrchestrationMessageBatchAsync(message);

    /// <summary>
    /// Brings messages to their instances, all in one transaction. One for an instance that does not exist, or has ended, is dropped: it would
    /// wait for ever, and there is nobody to tell.
    /// </summary>
    public Task SendTaskOrchestrationMessageBatchAsync(params TaskMessage[] messages)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return Open().Commits.SubmitAsync(new SendMessages([.. messages.Select(message => TurnResults.Outgoing(message, now))]));
    }

    /// <summary>Waits until an instance ends, whichever of its executions that is. It need not exist yet.</summary>
    /// <param name="instanceId">Of the instance.</param>
    /// <param name="executionId">Not regarded: an execution that continues as new has not ended.</param>
    /// <param name="timeout">Very long ones, negative ones and zero mean for ever.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null when it has not ended in time.</returns>
    public async Task<OrchestrationState?> WaitForOrchestrationAsync(
        string instanceId, string? executionId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var backend = Open();
        var limit = timeout > TimeSpan.Zero && timeout < TimeSpan.FromDays(40) ? timeout : Timeout.InfiniteTimeSpan;
        var started = _time.GetTimestamp();
        while (true)
        {
            var waiter = backend.Waiters.Add(instanceId);
            try
            {
                if (Find(backend, instanceId) is { } state && state.OrchestrationStatus.HasEnded())
                    return state;
                var left = limit == Timeout.InfiniteTimeSpan ? limit : limit - _time.GetElapsedTime(started);
                if (left <= TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan)
                    return null;
                await waiter.Task.WaitAsync(left, _time, cancellationToken);
            }
            catch (TimeoutException)
            {
                return null;
            }
            finally
            {
                backend.Waiters.Remove(instanceId, waiter);
            }
        }
    }

    /// <summary>
    /// Ends an instance at once, without asking its orchestrator: even one that cannot run. What it is in the midst of comes to nothing; an
    /// activity that runs is not interrupted, but its outcome is dropped. Nothing happens when there is no such instance or it has ended.
    /// </summary>
    /// <param name="instanceId">Of the instance.</param>
    /// <param name="reason">Becomes the instance's output.</param>
    public Task ForceTerminateTaskOrchestrationAsync(string instanceId, string? reason) =>
        Open().Commits.SubmitAsync(new EndInstance(instanceId, OrchestrationStatus.Terminated, reason, failure: null));

    /// <param name="instanceId">Of the instance.</param>
    /// <param name="allExecutions">Not regarded: only the present execution is kept.</param>
    /// <returns>One state, or none.</returns>
    public Task<IList<OrchestrationState>> GetOrchestrationStateAsync(string instanceId, bool allExecutions) =>
        Task.FromResult<IList<OrchestrationState>>(Find(Open(), instanceId) is { } state ? [state] : []);

    /// <returns>Null when there is no such instance, or its present execution is another.</returns>
    public Task<OrchestrationState?> GetOrchestrationStateAsync(string instanceId, string? executionId) =>
        Task.FromResult(Find(Open(), instanceId) is { } state && IsExecution(state, executionId) ? state : null);

    /// <summary>The history of the present execution as a JSON array of events; an empty one when there is none.</summary>
    /// <exception cref="InvalidDataException">It was damaged, or a later version wrote it.</exception>
    public Task<string> GetOrchestrationHistoryAsync(string instanceId, string? executionId) => Task.FromResult(Open().Readers.Read(reader =>
    {
        var history = new List<HistoryEvent>();
        try
        {
            if (StateQuery.Find(reader.Connection, instanceId) is var (number, state) && IsExecution(state, executionId))
                reader.ReadHistory(number, history);
        }
        catch (HistoryUnreadableException fault)
        {
            throw new InvalidDataException($"The history of instance '{instanceId}' cannot be read: {fault.Message}", fault);
        }

        return JsonDataConverter.Default.Serialize(history);
    }));

    /// <summary>Newest first; what is made between two pages moves nothing.</summary>
    /// <exception cref="ArgumentException">The continuation token is not one that this backend has given.</exception>
    public Task<OrchestrationQueryResult> GetOrchestrationWithQueryAsync(OrchestrationQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Open().Readers.Read(reader => StateQuery.Run(reader.Connection, query)));
    }

    /// <summary>Takes away all that there is of an instance that has ended. Its sub-orchestrations stay.</summary>
    public async Task<PurgeResult> PurgeInstanceStateAsync(string instanceId) =>
        new(await Open().Commits.SubmitAsync(new PurgeInstances([instanceId])), isComplete: true);

    /// <summary>Takes away all that there is of the instances that have ended and match.</summary>
    public Task<PurgeResult> PurgeInstanceStateAsync(PurgeInstanceFilter purgeInstanceFilter) => PurgeAsync(
        new PurgeCriteria(purgeInstanceFilter.CreatedTimeFrom, purgeInstanceFilter.CreatedTimeTo, Statuses: purgeInstanceFilter.RuntimeStatus?.ToList()),
        purgeInstanceFilter.Timeout);

    /// <summary>Takes away all that there is of the instances that have ended and were created, or completed, until then.</summary>
    public Task PurgeOrchestrationHistoryAsync(DateTime thresholdDateTimeUtc, OrchestrationStateTimeRangeFilterType timeRangeFilterType) => PurgeAsync(
        timeRangeFilterType == OrchestrationStateTimeRangeFilterType.OrchestrationCreatedTimeFilter
            ? new PurgeCriteria(CreatedTo: thresholdDateTimeUtc)
            : new PurgeCriteria(CompletedTo: thresholdDateTimeUtc),
        timeout: null);

    private static bool IsExecution(OrchestrationState state, string? executionId) =>
        string.IsNullOrEmpty(executionId) || executionId == state.OrchestrationInstance.ExecutionId;

    private static OrchestrationState? Find(Backend backend, string instanceId) =>
        backend.Readers.Read(reader => StateQuery.Find(reader.Connection, instanceId))?.State;

    /// <summary>In small transactions, so that work goes on in between.</summary>
    private async Task<PurgeResult> PurgeAsync(PurgeCriteria criteria, TimeSpan? timeout)
    {
        var backend = Open();
        var started = _time.GetTimestamp();
        var purged = 0;
        while (true)
        {
            var ids = backend.Readers.Read(reader => StateQuery.Ended(reader.Connection, criteria, PurgeBatch));
            if (ids.Count == 0)
                return new PurgeResult(purged, isComplete: true);
            purged += await backend.Commits.SubmitAsync(new PurgeInstances(ids));
            if (timeout is { } limit && _time.GetElapsedTime(started) >= limit)
                return new PurgeResult(purged, isComplete: false);
        }
    }
}
