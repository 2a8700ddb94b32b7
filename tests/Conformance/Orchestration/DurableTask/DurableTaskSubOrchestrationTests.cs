namespace Nots.Conformance.Tests.Orchestration.DurableTask;

public sealed class DurableTaskSubOrchestrationTests() : SubOrchestrationSuite(new DurableTaskEngineFactory());
