namespace Nots.Conformance.Tests.Orchestration.Functions;

public sealed class FunctionsActivityTests() : ActivitySuite(new FunctionsBackendFactory());

public sealed class FunctionsContinueAsNewTests() : ContinueAsNewSuite(new FunctionsBackendFactory());

public sealed class FunctionsDeterminismTests() : DeterminismSuite(new FunctionsBackendFactory());

public sealed class FunctionsExternalEventTests() : ExternalEventSuite(new FunctionsBackendFactory());

public sealed class FunctionsKilledTests() : KilledSuite(new FunctionsBackendFactory());

public sealed class FunctionsLifecycleTests() : LifecycleSuite(new FunctionsBackendFactory());

public sealed class FunctionsMovedClockTests() : MovedClockSuite(new FunctionsBackendFactory());

public sealed class FunctionsQueryTests() : QuerySuite(new FunctionsBackendFactory());

public sealed class FunctionsRecoveryTests() : RecoverySuite(new FunctionsBackendFactory());

public sealed class FunctionsRetryTests() : RetrySuite(new FunctionsBackendFactory());

public sealed class FunctionsSubOrchestrationTests() : SubOrchestrationSuite(new FunctionsBackendFactory());

public sealed class FunctionsTimerTests() : TimerSuite(new FunctionsBackendFactory());
