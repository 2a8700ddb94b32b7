using Nots.LocalHost.Data;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;

namespace Nots.LocalHost.Stores;

/// <summary>The table in a file of the data folder.</summary>
internal sealed class SqliteStore : ITableStore
{
    private readonly SqliteTable _table;

    private SqliteStore(SqliteTable table, string path) => (_table, Description) = (table, path);

    public bool IsLocal => true;

    public string Description { get; }

    /// <exception cref="SqliteTableFileException">The file cannot be used.</exception>
    public static async Task<SqliteStore> OpenAsync(DataFolder folder) =>
        new(await SqliteTable.OpenAsync(new SqliteTableOptions(folder.TableFile), TimeProvider.System), folder.TableFile);

    public void AddTo(IServiceCollection services) => services.AddSingleton<ITable>(_table);

    public ValueTask DisposeAsync() => _table.DisposeAsync();
}
