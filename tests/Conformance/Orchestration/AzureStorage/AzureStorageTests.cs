namespace Nots.Conformance.Tests.Orchestration.AzureStorage;

public sealed class AzureStorageActivityTests() : ActivitySuite(new AzureStorageBackendFactory());

public sealed class AzureStorageContinueAsNewTests() : ContinueAsNewSuite(new AzureStorageBackendFactory());

public sealed class AzureStorageDeterminismTests() : DeterminismSuite(new AzureStorageBackendFactory());

public sealed class AzureStorageExternalEventTests() : ExternalEventSuite(new AzureStorageBackendFactory());

public sealed class AzureStorageLifecycleTests() : LifecycleSuite(new AzureStorageBackendFactory());

public sealed class AzureStorageQueryTests() : QuerySuite(new AzureStorageBackendFactory());

public sealed class AzureStorageRecoveryTests() : RecoverySuite(new AzureStorageBackendFactory());

public sealed class AzureStorageRetryTests() : RetrySuite(new AzureStorageBackendFactory());

public sealed class AzureStorageSubOrchestrationTests() : SubOrchestrationSuite(new AzureStorageBackendFactory());

public sealed class AzureStorageTimerTests() : TimerSuite(new AzureStorageBackendFactory());
