using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Shims;

namespace Nots.Durable.TaskHub;

/// <summary>
/// Replays a stored history against the code of today, without a backend and without effects: for tests that no deployment orphans a
/// running instance.
/// </summary>
public static class HistoryReplay
{
    /// <param name="orchestrator">The code.</param>
    /// <param name="history">Of one execution, as <see cref="TaskHubClient.GetOrchestrationHistoryAsync"/> gives it.</param>
    /// <param name="options">The worker's; null for its defaults.</param>
    /// <returns>Null when the code does what the history says; else what is wrong.</returns>
    public static string? FindFault(ITaskOrchestrator orchestrator, IEnumerable<HistoryEvent> history, DurableTaskWorkerOptions? options = null)
    {
        List<HistoryEvent> events = [.. history];
        if (events.OfType<ExecutionStartedEvent>().FirstOrDefault() is not { } started)
            return "The history has no beginning.";
        var shim = new DurableTaskShimFactory(options).CreateOrchestration(started.Name, orchestrator);
        // The state refuses to take an end twice, and what is asked is whether the code comes to it by itself.
        var ended = events.OfType<ExecutionCompletedEvent>().FirstOrDefault();
        var state = new OrchestrationRuntimeState([.. events.Where(happened => happened != ended)]);
        var actions = new TaskOrchestrationExecutor(state, shim, BehaviorOnContinueAsNew.Carryover, ErrorPropagationMode.UseFailureDetails)
            .Execute().Actions.ToList();
        var completion = actions.OfType<OrchestrationCompleteOrchestratorAction>().FirstOrDefault();
        if (completion?.FailureDetails is { } failure && failure.IsCausedBy<NonDeterministicOrchestrationException>())
            return failure.ErrorMessage;
        // A terminated instance has no say in its end.
        if (events.OfType<ExecutionTerminatedEvent>().Any())
            return null;
        if (completion?.OrchestrationStatus != ended?.OrchestrationStatus)
            return $"It ends as '{completion?.OrchestrationStatus}'; the history says '{ended?.OrchestrationStatus}'.";
        return actions.FirstOrDefault(action => action is not OrchestrationCompleteOrchestratorAction) is { } extra
            ? $"It also does something that the history does not have: {extra.OrchestratorActionType}."
            : null;
    }
}
