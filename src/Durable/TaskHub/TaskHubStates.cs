using System.Collections.Immutable;
using DurableTask.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using CoreQuery = DurableTask.Core.Query.OrchestrationQuery;
using OrchestrationQuery = Microsoft.DurableTask.Client.OrchestrationQuery;
using PurgeResult = Microsoft.DurableTask.Client.PurgeResult;

namespace Nots.Durable.TaskHub;

/// <summary>An instance, a query and a purge in DurableTask.Core's words and in the client's.</summary>
internal static class TaskHubStates
{
    /// <param name="state">As the backend tells it.</param>
    /// <param name="converter">Reads inputs and outputs; null when they were not asked for.</param>
    public static OrchestrationMetadata ToMetadata(OrchestrationState state, DataConverter? converter)
    {
        var status = ToClient(state.OrchestrationStatus);
        return new OrchestrationMetadata(state.Name, state.OrchestrationInstance.InstanceId)
        {
            DataConverter = converter,
            RuntimeStatus = status,
            CreatedAt = Utc(state.CreatedTime),
            LastUpdatedAt = Utc(state.LastUpdatedTime),
            SerializedInput = converter is null ? null : state.Input,
            // A failed instance's output is its failure once more, as text.
            SerializedOutput = converter is null || status == OrchestrationRuntimeStatus.Failed ? null : state.Output,
            SerializedCustomStatus = converter is null ? null : state.Status,
            Tags = state.Tags?.ToImmutableDictionary() ?? ImmutableDictionary<string, string>.Empty,
            FailureDetails = status == OrchestrationRuntimeStatus.Failed ? ToClient(state.FailureDetails) ?? ParseFailure(state.Output) : null,
        };
    }

    public static CoreQuery ToCore(OrchestrationQuery query, string? continuation, int? pageSize) => new()
    {
        RuntimeStatus = query.Statuses?.Select(ToCore).ToList(),
        CreatedTimeFrom = query.CreatedFrom?.UtcDateTime,
        CreatedTimeTo = query.CreatedTo?.UtcDateTime,
        TaskHubNames = query.TaskHubNames?.ToList(),
        InstanceIdPrefix = query.InstanceIdPrefix,
        PageSize = pageSize ?? query.PageSize,
        ContinuationToken = continuation ?? query.ContinuationToken,
        FetchInputsAndOutputs = query.FetchInputsAndOutputs,
    };

    public static PurgeInstanceFilter ToCore(PurgeInstancesFilter filter) => new(
        filter.CreatedFrom?.UtcDateTime ?? DateTime.MinValue, filter.CreatedTo?.UtcDateTime, filter.Statuses?.Select(ToCore))
    {
        Timeout = filter.Timeout,
    };

    public static PurgeResult ToClient(DurableTask.Core.PurgeResult result) => new(result.DeletedInstanceCount, result.IsComplete);

    /// <exception cref="ArgumentException">It is no status.</exception>
    public static OrchestrationStatus ParseCore(string status) =>
        Enum.TryParse<OrchestrationStatus>(status, ignoreCase: true, out var parsed)
            ? parsed
            : throw new ArgumentException($"'{status}' is not the status of an orchestration.", nameof(status));

    // Both name their statuses alike; the client has them in another order.
    private static OrchestrationStatus ToCore(OrchestrationRuntimeStatus status) => ParseCore(status.ToString());

    private static OrchestrationRuntimeStatus ToClient(OrchestrationStatus status) => Enum.Parse<OrchestrationRuntimeStatus>(status.ToString());

    private static TaskFailureDetails? ToClient(FailureDetails? failure) => failure is null
        ? null
        : new TaskFailureDetails(failure.ErrorType, failure.ErrorMessage, failure.StackTrace, ToClient(failure.InnerFailure), failure.Properties);

    /// <summary>Azure Storage keeps a failure as text alone, as <see cref="FailureDetails.ToString"/> writes it.</summary>
    private static TaskFailureDetails? ParseFailure(string? output)
    {
        if (string.IsNullOrEmpty(output))
            return null;
        var end = output.IndexOf(": ", StringComparison.Ordinal);
        return end < 0 || output.AsSpan(0, end).ContainsAny(' ', '\n')
            ? new TaskFailureDetails("(unknown)", output, null, null, null)
            : new TaskFailureDetails(output[..end], output[(end + 2)..], null, null, null);
    }

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
