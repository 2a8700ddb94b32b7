namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class EmbeddedRetryTests() : RetrySuite(new EmbeddedEngineFactory());
