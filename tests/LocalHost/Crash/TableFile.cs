using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Looks into the table's file beside the host that has it open.</summary>
internal sealed class TableFile(string dataFolder) : TableContents
{
    protected override Task<IReadOnlyList<(string Key, string Sort, JsonElement Data)>> ReadAsync(string entityType)
    {
        var builder = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "table.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        using var connection = new SqliteConnection(builder.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CAST(pk AS TEXT), CAST(sk AS TEXT), data FROM items WHERE entity_type = $type";
        command.Parameters.AddWithValue("$type", Encoding.UTF8.GetBytes(entityType));
        using var reader = command.ExecuteReader();
        var items = new List<(string, string, JsonElement)>();
        while (reader.Read())
            items.Add((reader.GetString(0), reader.GetString(1), JsonSerializer.Deserialize<JsonElement>((byte[])reader[2])));
        return Task.FromResult<IReadOnlyList<(string, string, JsonElement)>>(items);
    }
}
