namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class EmbeddedExternalEventTests() : ExternalEventSuite(new EmbeddedEngineFactory());
