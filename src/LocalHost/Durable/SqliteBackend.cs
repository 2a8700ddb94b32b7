using Nots.Durable.Sqlite;
using Nots.LocalHost.Data;

namespace Nots.LocalHost.Durable;

/// <summary>The embedded backend, in a file of the data folder. It opens the file when the platform starts.</summary>
internal sealed class SqliteBackend(DataFolder folder) : IDurableBackend
{
    public string Description => folder.DurableFile;

    public void AddTo(IServiceCollection services) =>
        services.AddSqliteOrchestrationService(new SqliteOrchestrationServiceOptions { DatabasePath = folder.DurableFile });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
