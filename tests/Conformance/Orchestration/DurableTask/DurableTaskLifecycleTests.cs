namespace Nots.Conformance.Tests.Orchestration.DurableTask;

public sealed class DurableTaskLifecycleTests() : LifecycleSuite(new DurableTaskEngineFactory());
