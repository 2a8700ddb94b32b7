namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class EmbeddedHostTests() : HostSuite(new EmbeddedEngineFactory());
