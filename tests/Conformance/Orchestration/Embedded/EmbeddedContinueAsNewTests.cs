namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class EmbeddedContinueAsNewTests() : ContinueAsNewSuite(new EmbeddedEngineFactory());
