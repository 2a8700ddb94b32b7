using Microsoft.Extensions.Logging.Abstractions;
using Nots.Application.Orchestration;
using Nots.Durable.History;
using Nots.Durable.Replay;

namespace Nots.Durable;

/// <summary>
/// Replays stored histories against the code of today, without an engine and without effects: for tests that no deployment
/// orphans a running instance.
/// </summary>
public static class HistoryReplay
{
    /// <param name="catalogue">The code.</param>
    /// <param name="instanceId">Of the instance whose history it is.</param>
    /// <param name="events">As <see cref="EmbeddedEngine.ExportHistory"/> gave them.</param>
    /// <returns>Null when the code does what the history says; else what is wrong.</returns>
    public static string? FindFault(WorkflowCatalogue catalogue, string instanceId, IEnumerable<string> events)
    {
        try
        {
            List<HistoryEvent> history = [.. events.Select(HistoryJson.Read)];
            if (history.FirstOrDefault() is not ExecutionStarted started)
                return "the history has no beginning";
            if (!catalogue.Orchestrations.TryGetValue(started.Name, out var orchestration))
                return $"no orchestration named '{started.Name}' is registered";
            new OrchestratorExecution(orchestration, instanceId, NullLoggerFactory.Instance).Replay(history);
            return null;
        }
        catch (Exception fault) when (fault is OrchestratorFaultException or HistoryUnreadableException)
        {
            return fault.Message;
        }
    }
}
