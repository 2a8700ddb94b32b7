namespace Nots.Conformance.Tests.Orchestration.Sqlite;

public sealed class ReplayedActivityTests() : ActivitySuite(new SqliteBackendFactory(maxSessions: 0));

public sealed class ReplayedContinueAsNewTests() : ContinueAsNewSuite(new SqliteBackendFactory(maxSessions: 0));

public sealed class ReplayedDeterminismTests() : DeterminismSuite(new SqliteBackendFactory(maxSessions: 0));

public sealed class ReplayedExternalEventTests() : ExternalEventSuite(new SqliteBackendFactory(maxSessions: 0));

public sealed class ReplayedKilledTests() : KilledSuite(new SqliteBackendFactory(maxSessions: 0));

public sealed class ReplayedLifecycleTests() : LifecycleSuite(new SqliteBackendFactory(maxSessions: 0));

public sealed class ReplayedMovedClockTests() : MovedClockSuite(new SqliteBackendFactory(maxSessions: 0));

public sealed class ReplayedRecoveryTests() : RecoverySuite(new SqliteBackendFactory(maxSessions: 0));

public sealed class ReplayedRetryTests() : RetrySuite(new SqliteBackendFactory(maxSessions: 0));

public sealed class ReplayedSubOrchestrationTests() : SubOrchestrationSuite(new SqliteBackendFactory(maxSessions: 0));

public sealed class ReplayedTimerTests() : TimerSuite(new SqliteBackendFactory(maxSessions: 0));
