namespace Nots.Durable.Store;

/// <summary>Thrown by a test's probe: the engine ends at this point as if the process had been killed.</summary>
internal sealed class SimulatedCrashException() : Exception("The process ends here, says the test.");
