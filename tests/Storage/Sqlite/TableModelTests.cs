using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Nots.Storage.Sqlite;
using Nots.Storage.Table;
using static Nots.Storage.Tests.Sqlite.TempTable;

namespace Nots.Storage.Tests.Sqlite;

public sealed class TableModelTests
{
    private const long Start = 1_000_000;

    private static readonly Gen<string> Partitions = OneOf("P", "P#", "é");
    private static readonly Gen<string> Sorts = OneOf("A", "A#", "A#1", "A#10", "B", "\uFFFF", "\uFFFFx", "😀", "\U0010FFFF", "\0");
    private static readonly Gen<TableKey> Keys = Gen.Select(Partitions, Sorts, (partition, sort) => new TableKey(partition, sort));
    private static readonly Gen<IndexKey?> IndexKeys = Gen.OneOf(
        Gen.Const((IndexKey?)null), Gen.Select(Partitions, Sorts, (partition, sort) => (IndexKey?)new IndexKey(partition, sort)));

    private static readonly Gen<TableCondition> Conditions = Gen.OneOf(
        Gen.Const(TableCondition.None), Gen.Const(TableCondition.NotExists), Gen.Const(TableCondition.Exists), Gen.Int[1, 3].Select(version => TableCondition.VersionIs(version)));

    private static readonly Gen<TableItem> Things = Gen.Select(Keys, Gen.Int[1, 3], Gen.Int[-2, 12], IndexKeys, IndexKeys, IndexKeys, (key, version, ttl, gsi1, gsi2, gsi3) =>
        Item(key.PartitionKey, key.SortKey, version) with { TimeToLive = ttl > 6 ? null : Start + ttl, Gsi1 = gsi1, Gsi2 = gsi2, Gsi3 = gsi3 });

    private static readonly Gen<TableWrite> Writes = Gen.OneOf(
        Gen.Select(Things, Conditions, (item, condition) => (TableWrite)new TableWrite.Put(item, condition)),
        Gen.Select(Things, Conditions, (item, _) => (TableWrite)new TableWrite.Put(item, TableCondition.None)),
        Gen.Select(Keys, Conditions, (key, condition) => (TableWrite)new TableWrite.Delete(key, condition)),
        Gen.Select(Keys, Conditions, (key, condition) => (TableWrite)new TableWrite.Check(key, condition)));

    private static readonly Gen<SortKeyRange> Ranges = Gen.OneOf(
        Gen.Const(SortKeyRange.All),
        Sorts.Select(SortKeyRange.BeginsWith),
        Sorts.Select(SortKeyRange.AtLeast),
        Sorts.Select(SortKeyRange.AtMost),
        Gen.Select(Sorts, Sorts, (one, other) => Utf8.Compare(one, other) <= 0 ? SortKeyRange.Between(one, other) : SortKeyRange.Between(other, one)));

    private static readonly Gen<TableQuery> Queries = Gen.Select(Gen.Enum<TableIndex>(), Partitions, Ranges, Gen.Bool, Gen.Int[1, 5], (index, partition, range, descending, limit) =>
        new TableQuery(index, partition, range, descending, limit));

    /// <summary>A step is a write, a transaction, a query read to its end, or a second gone by.</summary>
    private static readonly Gen<object> Steps = Gen.Frequency(
        (6, Writes.Select(write => (object)new[] { write })),
        (3, Writes.Array[2, 5].Select(writes => (object)writes.DistinctBy(write => write.Key).ToArray())),
        (4, Queries.Select(query => (object)query)),
        (1, Gen.Const((object)TimeSpan.FromSeconds(1))));

    [Fact]
    public Task Any_history_gives_the_answers_of_a_plain_dictionary() =>
        Steps.Array[1, 60].SampleAsync(RunAsync, iter: 150, print: steps => string.Join('\n', steps.Select(step => step is TableWrite[] writes ? string.Join<TableWrite>(" + ", writes) : step)));

    private static async Task RunAsync(object[] steps)
    {
        using var file = new TempTable();
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(Start));
        var model = new TableModel { Now = Start };
        await using var table = await file.OpenAsync(time);
        foreach (var step in steps)
        {
            if (step is TimeSpan pause)
            {
                time.Advance(pause);
                model.Now += (long)pause.TotalSeconds;
            }
            else if (step is TableQuery query)
            {
                Assert.Equal(model.Query(query).Select(Comparable), (await AllAsync(table, query)).Select(Comparable));
            }
            else
            {
                await WriteAsync(table, model, (TableWrite[])step);
            }
        }
    }

    private static async Task WriteAsync(SqliteTable table, TableModel model, TableWrite[] writes)
    {
        var outcome = writes.Length == 1 ? await table.WriteAsync(writes[0], default) : await table.TransactWriteAsync(writes, default);

        Assert.Equal(model.Write(writes).Select(Comparable), outcome.Failures.Select(Comparable));
        var stored = await table.TransactGetAsync([.. writes.Select(write => write.Key)], default);
        Assert.Equal(writes.Select(write => Comparable(model.Get(write.Key))), stored.Select(Comparable));
    }

    private static async Task<List<TableItem>> AllAsync(SqliteTable table, TableQuery query)
    {
        var items = new List<TableItem>();
        for (var page = await table.QueryAsync(query, default); ; page = await table.QueryAsync(query with { After = page.Next }, default))
        {
            items.AddRange(page.Items);
            if (page.Next is null)
                return items;
            Assert.Equal(query.Limit, page.Items.Count);
        }
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(n => texts[n]);

    private static TableItem? Comparable(TableItem? item) => item is null ? null : item with { Data = default };

    private static FailedCondition Comparable(FailedCondition failure) => failure with { Existing = Comparable(failure.Existing) };
}
