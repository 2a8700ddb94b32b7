namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class ReplayedActivityTests() : ActivitySuite(new EmbeddedEngineFactory(maxInMemory: 0));
