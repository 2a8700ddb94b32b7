namespace Nots.Conformance.Tests.Orchestration.DurableTask;

public sealed class DurableTaskExternalEventTests() : ExternalEventSuite(new DurableTaskEngineFactory());
