namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class ReplayedMovedClockTests() : MovedClockSuite(new EmbeddedEngineFactory(maxInMemory: 0));
