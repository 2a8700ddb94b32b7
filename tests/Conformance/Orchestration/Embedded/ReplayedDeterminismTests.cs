namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class ReplayedDeterminismTests() : DeterminismSuite(new EmbeddedEngineFactory(maxInMemory: 0));
