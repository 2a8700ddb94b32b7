namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class EmbeddedMovedClockTests() : MovedClockSuite(new EmbeddedEngineFactory());
