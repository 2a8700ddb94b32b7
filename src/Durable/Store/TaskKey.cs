namespace Nots.Durable.Store;

/// <summary>One scheduled task: of which instance, in which of its executions.</summary>
internal readonly record struct TaskKey(long Instance, int Execution, int TaskId);
