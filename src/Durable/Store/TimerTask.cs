namespace Nots.Durable.Store;

/// <summary>A timer that has not fired, or whose firing is not in the history yet.</summary>
internal readonly record struct TimerTask(TaskKey Key, DateTimeOffset FireAt);
