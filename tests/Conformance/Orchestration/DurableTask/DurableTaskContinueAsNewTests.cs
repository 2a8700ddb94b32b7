namespace Nots.Conformance.Tests.Orchestration.DurableTask;

public sealed class DurableTaskContinueAsNewTests() : ContinueAsNewSuite(new DurableTaskEngineFactory());
