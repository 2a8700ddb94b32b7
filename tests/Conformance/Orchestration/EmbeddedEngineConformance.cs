namespace Nots.Conformance.Tests.Orchestration;

public sealed class EmbeddedActivityTests() : ActivitySuite(new EmbeddedEngineFactory());
