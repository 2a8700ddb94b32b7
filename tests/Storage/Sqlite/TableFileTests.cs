using Microsoft.Data.Sqlite;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;
using static Nots.Storage.Tests.Sqlite.TempTable;

namespace Nots.Storage.Tests.Sqlite;

public sealed class TableFileTests : IDisposable
{
    private readonly TempTable _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_second_table_on_the_same_file_is_refused_until_the_first_is_closed()
    {
        await using (await _file.OpenAsync())
        {
            var refused = await Assert.ThrowsAsync<SqliteTableFileException>(() => _file.OpenAsync());
            Assert.Contains("in use by another process", refused.Message, StringComparison.Ordinal);
        }

        await using var again = await _file.OpenAsync();
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await using (await _file.OpenAsync())
        {
        }

        Execute("PRAGMA user_version = 2");
        var before = await File.ReadAllBytesAsync(_file.Path, Cancelled);

        var refused = await Assert.ThrowsAsync<SqliteTableFileException>(() => _file.OpenAsync());

        Assert.Contains("has schema version 2; this program knows versions up to 1", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_file.Path, Cancelled));
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_as_it_is()
    {
        Execute("CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
        var before = await File.ReadAllBytesAsync(_file.Path, Cancelled);

        var refused = await Assert.ThrowsAsync<SqliteTableFileException>(() => _file.OpenAsync());

        Assert.Contains("not a table of this platform", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_file.Path, Cancelled));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(_file.Path, new string('x', 5000), Cancelled);

        await Assert.ThrowsAsync<SqliteTableFileException>(() => _file.OpenAsync());

        // The lock is given back: the next try meets the file, not the lock.
        var again = await Assert.ThrowsAsync<SqliteTableFileException>(() => _file.OpenAsync());
        Assert.Contains("cannot be opened as a table", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_folder_is_refused()
    {
        var options = new SqliteTableOptions(Path.Combine(Path.GetDirectoryName(_file.Path)!, "none", "table.db"));

        var refused = await Assert.ThrowsAsync<SqliteTableFileException>(() => SqliteTable.OpenAsync(options, TimeProvider.System));

        Assert.Contains("does not exist", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_table_refuses_everything_and_may_be_closed_again()
    {
        var table = await _file.OpenAsync();
        await table.DisposeAsync();
        await table.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => table.GetAsync(new TableKey("P", "1"), Consistency.Strong, Cancelled));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => table.WriteAsync(New("P", "1"), Cancelled));
    }

    [Fact]
    public async Task A_closed_table_is_one_file_without_a_log()
    {
        await using (var table = await _file.OpenAsync())
        {
            await table.WriteAsync(New("P", "1"), Cancelled);
            await table.GetAsync(new TableKey("P", "1"), Consistency.Strong, Cancelled);
        }

        Assert.False(File.Exists(_file.Path + "-wal"));
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
