namespace Nots.Conformance.Tests.Orchestration.DurableTask;

public sealed class DurableTaskActivityTests() : ActivitySuite(new DurableTaskEngineFactory());
