using System.Diagnostics;
using DurableTask.Core;
using Nots.Durable.Sqlite.Store;
using Nots.Durable.Sqlite.Work;

namespace Nots.Durable.Sqlite;

/// <summary>An orchestration that a dispatcher works on; and the open file that it comes from, which may be closed before it is done.</summary>
internal sealed class OrchestrationWorkItem(Backend backend, Session locked) : TaskOrchestrationWorkItem
{
    public Backend Backend { get; } = backend;

    public Session Locked { get; } = locked;
}

internal sealed class ActivityWorkItem(Backend backend, ActivityTask task) : TaskActivityWorkItem
{
    public Backend Backend { get; } = backend;

    public ActivityTask Task { get; } = task;

    public long Started { get; } = Stopwatch.GetTimestamp();
}
