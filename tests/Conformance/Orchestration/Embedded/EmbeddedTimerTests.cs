namespace Nots.Conformance.Tests.Orchestration.Embedded;

public sealed class EmbeddedTimerTests() : TimerSuite(new EmbeddedEngineFactory());
