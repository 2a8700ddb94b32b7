using Nots.Storage.Sqlite;
using Nots.Storage.Table;

// Writes transactions to the table at args[0] and prints the id of each one that was acknowledged, until it is killed.
const int Writers = 16;
var run = args[1];
await using var table = await SqliteTable.OpenAsync(new SqliteTableOptions(args[0]), TimeProvider.System);
await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
{
    for (var n = 0; n < 1_000_000; n++)
    {
        var id = $"{run}-{writer:D2}-{n:D7}";
        var outcome = await table.TransactWriteAsync([New($"BOOKING#{id}", "METADATA"), New("OUTBOX", id), New($"REF#{id}", "BOOKING")], default);
        await Console.Out.WriteLineAsync(outcome.Committed ? id : $"{id} failed");
    }
})));

static TableWrite New(string partition, string sort) => new TableWrite.Put(
    new TableItem
    {
        Key = new TableKey(partition, sort),
        EntityType = "Thing",
        Data = """{"a":1}"""u8.ToArray(),
        CreatedAt = 1,
        UpdatedAt = 1,
        Version = 1,
    },
    TableCondition.NotExists);
