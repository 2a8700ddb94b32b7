namespace Nots.Conformance.Tests.Orchestration.Sqlite;

public sealed class SqliteActivityTests() : ActivitySuite(new SqliteBackendFactory());

public sealed class SqliteContinueAsNewTests() : ContinueAsNewSuite(new SqliteBackendFactory());

public sealed class SqliteDeterminismTests() : DeterminismSuite(new SqliteBackendFactory());

public sealed class SqliteExternalEventTests() : ExternalEventSuite(new SqliteBackendFactory());

public sealed class SqliteKilledTests() : KilledSuite(new SqliteBackendFactory());

public sealed class SqliteLifecycleTests() : LifecycleSuite(new SqliteBackendFactory());

public sealed class SqliteMovedClockTests() : MovedClockSuite(new SqliteBackendFactory());

public sealed class SqliteQueryTests() : QuerySuite(new SqliteBackendFactory());

public sealed class SqliteRecoveryTests() : RecoverySuite(new SqliteBackendFactory());

public sealed class SqliteRetryTests() : RetrySuite(new SqliteBackendFactory());

public sealed class SqliteSubOrchestrationTests() : SubOrchestrationSuite(new SqliteBackendFactory());

public sealed class SqliteTimerTests() : TimerSuite(new SqliteBackendFactory());
