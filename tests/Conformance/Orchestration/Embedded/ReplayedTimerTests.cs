namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class ReplayedTimerTests() : TimerSuite(new EmbeddedEngineFactory(maxInMemory: 0));
