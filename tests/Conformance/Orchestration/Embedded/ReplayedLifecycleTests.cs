namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class ReplayedLifecycleTests() : LifecycleSuite(new EmbeddedEngineFactory(maxInMemory: 0));
