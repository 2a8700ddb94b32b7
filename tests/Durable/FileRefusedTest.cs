using Microsoft.Data.Sqlite;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class FileRefusedTest
{
    [Fact]
    public async Task One_that_a_later_version_wrote_is_refused_and_left_as_it_is()
    {
        await using var host = new BackendHost();
        Write(host, "PRAGMA user_version = 99");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(host.StartAsync);

        Assert.Equal($"'{host.DatabasePath}' was written by a later version (format 99); this one reads format 2. Start that later version.", refusal.Message);
        Assert.Equal(0, Database.Count(host, "sqlite_master"));
    }

    [Fact]
    public async Task One_of_the_earlier_engine_is_refused_with_what_to_do()
    {
        await using var host = new BackendHost();
        Write(host, "CREATE TABLE instances (number INTEGER); CREATE TABLE inbox (position INTEGER); PRAGMA user_version = 1");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(host.StartAsync);

        Assert.Equal(
            $"'{host.DatabasePath}' was written by an earlier engine that this version cannot read. Move it away, with its -wal and -shm files, and "
            + "start again: instances begin anew.", refusal.Message);
        Assert.Equal(2, Database.Count(host, "sqlite_master"));
    }

    [Fact]
    public async Task Another_programs_is_refused()
    {
        await using var host = new BackendHost();
        Write(host, "CREATE TABLE songs (title TEXT)");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(host.StartAsync);

        Assert.Equal($"'{host.DatabasePath}' is another program's SQLite file. Choose another path for the durable backend.", refusal.Message);
    }

    [Fact]
    public async Task What_is_no_database_at_all_is_refused()
    {
        await using var host = new BackendHost();
        await File.WriteAllTextAsync(host.DatabasePath, string.Concat(Enumerable.Repeat("Not a database. ", 100)), BackendHost.Token);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(host.StartAsync);

        Assert.StartsWith($"'{host.DatabasePath}' cannot be opened as the durable backend's file: ", refusal.Message, StringComparison.Ordinal);
    }

    private static void Write(BackendHost host, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={host.DatabasePath};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
