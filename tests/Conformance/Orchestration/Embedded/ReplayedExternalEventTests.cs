namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class ReplayedExternalEventTests() : ExternalEventSuite(new EmbeddedEngineFactory(maxInMemory: 0));
