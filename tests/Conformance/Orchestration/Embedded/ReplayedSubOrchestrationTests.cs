namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class ReplayedSubOrchestrationTests() : SubOrchestrationSuite(new EmbeddedEngineFactory(maxInMemory: 0));
