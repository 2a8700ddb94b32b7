using Nots.Storage.Sqlite;
using Nots.Storage.Table;

namespace Nots.Conformance.Table;

public sealed class SqliteTableFactory : ITableFactory
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-table-");
    private TimeProvider _time = TimeProvider.System;
    private SqliteTable? _table;

    public async Task<ITable> CreateEmptyAsync(TimeProvider time)
    {
        _time = time;
        return _table = await OpenAsync();
    }

    public async Task<ITable> ReopenAsync()
    {
        await _table!.DisposeAsync();
        return _table = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_table is not null)
            await _table.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<SqliteTable> OpenAsync() => SqliteTable.OpenAsync(new SqliteTableOptions(Path.Combine(_folder.FullName, "table.db")), _time);
}
