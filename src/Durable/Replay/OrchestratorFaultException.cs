namespace Nots.Durable.Replay;

/// <summary>
/// The orchestrator cannot go on with the code that is deployed: it does not do what its history says, breaks a rule of
/// orchestrators, or is not registered. The instance is parked.
/// </summary>
internal sealed class OrchestratorFaultException(string message) : Exception(message);
