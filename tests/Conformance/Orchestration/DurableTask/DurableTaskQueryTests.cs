namespace Nots.Conformance.Tests.Orchestration.DurableTask;

public sealed class DurableTaskQueryTests() : QuerySuite(new DurableTaskEngineFactory());
