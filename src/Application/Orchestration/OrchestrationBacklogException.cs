namespace Nots.Application.Orchestration;

/// <summary>The engine's backlog is at its limit; nothing was accepted. The caller tries again later.</summary>
public sealed class OrchestrationBacklogException(string message) : Exception(message);
