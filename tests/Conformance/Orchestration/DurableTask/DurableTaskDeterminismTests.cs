namespace Nots.Conformance.Tests.Orchestration.DurableTask;

public sealed class DurableTaskDeterminismTests() : DeterminismSuite(new DurableTaskEngineFactory());
