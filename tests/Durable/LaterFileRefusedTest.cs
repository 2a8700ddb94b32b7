using Microsoft.Data.Sqlite;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class LaterFileRefusedTest
{
    [Fact]
    public async Task A_file_that_a_later_version_wrote_is_refused_and_left_as_it_is()
    {
        await using var host = new EngineHost();
        using (var connection = new SqliteConnection($"Data Source={host.DatabasePath};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(host.StartAsync);

        Assert.Equal("The durable engine's file has version 99; this program knows up to 1.", refusal.Message);
        Assert.Equal(0, Database.Count(host, "sqlite_master"));
    }
}
