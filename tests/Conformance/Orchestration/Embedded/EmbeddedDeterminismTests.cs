namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class EmbeddedDeterminismTests() : DeterminismSuite(new EmbeddedEngineFactory());
