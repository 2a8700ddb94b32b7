namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class ReplayedContinueAsNewTests() : ContinueAsNewSuite(new EmbeddedEngineFactory(maxInMemory: 0));
