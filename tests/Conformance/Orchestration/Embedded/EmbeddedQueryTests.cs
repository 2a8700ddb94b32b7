namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class EmbeddedQueryTests() : QuerySuite(new EmbeddedEngineFactory());
