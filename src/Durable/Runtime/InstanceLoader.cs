using Microsoft.Extensions.Logging;
using Nots.Application.Orchestration;
using Nots.Durable.History;
using Nots.Durable.Replay;
using Nots.Durable.Store;

namespace Nots.Durable.Runtime;

/// <summary>Brings instances from the store into memory, by replaying their history.</summary>
internal sealed class InstanceLoader(StoreReader reader, WorkflowCatalogue catalogue, ILoggerFactory loggers)
{
    public StoredInstance? Read(long number) => reader.Load(number);

    /// <param name="stored">A live instance.</param>
    /// <param name="faulted">Called when its orchestrator breaks a rule between turns.</param>
    /// <exception cref="OrchestratorFaultException">Its orchestrator is not registered, does not fit the history, or breaks a rule.</exception>
    /// <exception cref="HistoryUnreadableException">Another version wrote the history.</exception>
    public LoadedInstance Load(StoredInstance stored, Action faulted)
    {
        var row = stored.Row;
        if (!catalogue.Orchestrations.TryGetValue(row.Name, out var orchestration))
            throw new OrchestratorFaultException($"no orchestration named '{row.Name}' is registered");
        var history = stored.History.Select(HistoryJson.Read).ToList();
        var execution = new OrchestratorExecution(orchestration, row.InstanceId, loggers, faulted);
        if (row.Applied == 0)
            execution.Start((ExecutionStarted)history[0]);
        else
            execution.Replay(history);
        return new LoadedInstance(row, execution);
    }
}
