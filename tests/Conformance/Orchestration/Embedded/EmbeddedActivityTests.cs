namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class EmbeddedActivityTests() : ActivitySuite(new EmbeddedEngineFactory());
