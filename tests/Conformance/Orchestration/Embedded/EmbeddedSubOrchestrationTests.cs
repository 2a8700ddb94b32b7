namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class EmbeddedSubOrchestrationTests() : SubOrchestrationSuite(new EmbeddedEngineFactory());
