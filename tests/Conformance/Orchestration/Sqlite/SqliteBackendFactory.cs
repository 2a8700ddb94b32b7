using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nots.Durable.Sqlite;

namespace Nots.Conformance.Tests.Orchestration.Sqlite;

/// <summary>The embedded backend on a file of its own.</summary>
/// <param name="maxSessions">0: every turn replays its instance from the history.</param>
public sealed class SqliteBackendFactory(int maxSessions = 1000) : TaskHubBackendFactory
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-backend-");

    public override bool TakesClock => true;

    public override TimeSpan TimerPrecision => TimeSpan.Zero;

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    protected override void AddBackend(IServiceCollection services) => services
        .AddSingleton<ILogger<SqliteOrchestrationService>>(NullLogger<SqliteOrchestrationService>.Instance)
        .AddSqliteOrchestrationService(new SqliteOrchestrationServiceOptions
        {
            DatabasePath = Path.Combine(_folder.FullName, "durable.db"),
            MaxSessions = maxSessions,
        });
}
