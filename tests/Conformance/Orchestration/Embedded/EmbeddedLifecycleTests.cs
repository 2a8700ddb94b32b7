namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class EmbeddedLifecycleTests() : LifecycleSuite(new EmbeddedEngineFactory());
