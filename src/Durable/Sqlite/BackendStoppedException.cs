namespace Nots.Durable.Sqlite;

/// <summary>The backend has been stopped, or cannot write to its file any more. What was under way goes on after the next start.</summary>
public sealed class BackendStoppedException() : InvalidOperationException("The durable backend has stopped.");
