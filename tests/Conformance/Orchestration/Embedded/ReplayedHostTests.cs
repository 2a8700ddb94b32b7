namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class ReplayedHostTests() : HostSuite(new EmbeddedEngineFactory(maxInMemory: 0));
