namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class ReplayedRetryTests() : RetrySuite(new EmbeddedEngineFactory(maxInMemory: 0));
