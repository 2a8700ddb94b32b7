using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;
using Nots.Storage.Transfer;

namespace Nots.Cli.Tests.Data;

/// <summary>Items for tests, and where they are put.</summary>
internal static class Items
{
    /// <summary>2100-01-01: they do not expire during a test.</summary>
    private const long FarOff = 4102444800;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Different ones: versions, times-to-live, index keys, unicode, numbers that no float holds.</summary>
    public static TableItem Item(int number, long version = 1, int bytes = 0) => new()
    {
        Key = new TableKey($"BOOKING#{number % 50:D3}-Ærø-船", $"EVENT#{number:D6}#🚕"),
        EntityType = number % 2 == 0 ? "BookingEvent" : "Überraschung",
        Data = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"n":{{number}},"long":12345678901234567890.123456789012345678,"small":-1E-130,"text":"\"\\\u0000 船 🚕 {{new string('x', bytes)}}","list":[true,false,null,{},[]]}""")),
        CreatedAt = 1797085000 + number,
        UpdatedAt = 1797085100 + number,
        Version = version,
        TimeToLive = number % 3 == 0 ? FarOff + number : null,
        Gsi1 = number % 5 == 0 ? new IndexKey("STATUS#confirmed", $"PICKUP_TIME#{number}") : null,
        Gsi3 = number % 7 == 0 ? new IndexKey("DRIVER#d1", $"PICKUP_TIME#{number}") : null,
    };

    /// <summary>What SQLite and JSON have no place for: binary, sets, an attribute of another program.</summary>
    public static Dictionary<string, AttributeValue> OfEveryKind(string key) => new()
    {
        ["PK"] = new() { S = key },
        ["SK"] = new() { S = "METADATA" },
        ["EntityType"] = new() { S = "Thing" },
        ["Version"] = new() { N = "7" },
        ["CreatedAt"] = new() { N = "1" },
        ["UpdatedAt"] = new() { N = "2" },
        ["Theirs"] = new() { S = "kept" },
        ["Data"] = new()
        {
            M = new()
            {
                ["bytes"] = new() { B = new MemoryStream([0, 255, 10, 13]) },
                ["texts"] = new() { SS = ["b", "a"] },
                ["numbers"] = new() { NS = ["2", "10.50"] },
                ["binaries"] = new() { BS = [new MemoryStream([2]), new MemoryStream([1, 2])] },
                ["empty"] = new() { S = "" },
                ["number"] = new() { N = "-12345678901234567890.123456789012345678" },
            },
        },
    };

    public static async Task PutAsync(string sqlite, params IEnumerable<TableItem> items)
    {
        await using var table = await SqliteTable.OpenAsync(new SqliteTableOptions(sqlite), TimeProvider.System);
        await table.BatchWriteAsync([.. items.Select(item => new TableWrite.Put(item, TableCondition.None))], Cancelled);
    }

    public static async Task<TableItem?> GetAsync(string sqlite, TableKey key)
    {
        await using var table = await SqliteTable.OpenAsync(new SqliteTableOptions(sqlite), TimeProvider.System);
        return await table.GetAsync(key, Consistency.Strong, Cancelled);
    }

    /// <summary>All that a store has, in the order of keys.</summary>
    public static async Task<List<RawItem>> AllAsync(ITableScan scan, int segments = 1)
    {
        var items = new List<RawItem>();
        foreach (var segment in (await scan.PlanAsync(segments, Cancelled)).Segments)
        {
            TableKey? after = null;
            do
            {
                var page = await scan.ScanAsync(segment, after, Cancelled);
                items.AddRange(page.Items);
                after = page.Next;
            }
            while (after is not null);
        }

        return [.. items.OrderBy(item => item.Key.PartitionKey, StringComparer.Ordinal).ThenBy(item => item.Key.SortKey, StringComparer.Ordinal)];
    }

    public static void AssertSame(IReadOnlyList<RawItem> expected, IReadOnlyList<RawItem> actual)
    {
        Assert.Equal(expected.Select(item => item.Key), actual.Select(item => item.Key));
        Assert.All(expected.Zip(actual), pair => Assert.True(pair.First.IsSameAs(pair.Second), $"{pair.First.Key} is different."));
    }
}
