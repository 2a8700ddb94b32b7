namespace Nots.Conformance.Tests.Orchestration.DurableTask;

public sealed class DurableTaskTimerTests() : TimerSuite(new DurableTaskEngineFactory());
