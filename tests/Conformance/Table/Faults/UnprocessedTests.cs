using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table.Faults;

/// <summary>DynamoDB may do a part of a batch and give the rest back.</summary>
public sealed class UnprocessedTests : FaultTest
{
    private static readonly TableItem[] Things = [.. Enumerable.Range(0, 20).Select(n => Item("P", $"{n:D2}"))];

    private static readonly TableWrite[] Writes = [.. Things.Select(item => item.Put())];

    [Fact]
    public async Task Writes_that_were_left_undone_are_done_at_last()
    {
        // More parts than tries: whoever gets on has not failed.
        Http.Next([.. Enumerable.Repeat(Faults.Partly(1), 7), Faults.Partly(0), Faults.Partly(3)]);

        await Table.BatchWriteAsync(Writes, Cancelled);

        Assert.Equal(10, Http.Exchanges.Count);
        AssertSame(Things, (await Sound.QueryAsync(new TableQuery(TableIndex.Primary, "P"), Cancelled)).Items);
    }

    [Fact]
    public async Task Keys_that_were_left_unread_are_read_at_last_each_once()
    {
        await Sound.BatchWriteAsync(Writes, Cancelled);
        Http.Next([.. Enumerable.Repeat(Faults.Partly(1), 7), Faults.Partly(0), Faults.Partly(3)]);

        var found = await Table.BatchGetAsync([.. Things.Select(item => item.Key)], Consistency.Strong, Cancelled);

        AssertSame(Things, [.. found.OrderBy(item => item.Key.SortKey, StringComparer.Ordinal)]);
        Assert.All(Http.Exchanges, exchange => Assert.True((bool)exchange.Body["RequestItems"]![Options.Table]!["ConsistentRead"]!));
    }

    [Fact]
    public async Task A_batch_that_does_not_get_on_makes_the_table_unavailable()
    {
        Http.Next(Faults.Partly(5));
        Http.Always = Faults.Partly(0);

        await Assert.ThrowsAsync<TableUnavailableException>(() => Table.BatchWriteAsync(Writes, Cancelled));
        await Assert.ThrowsAsync<TableUnavailableException>(() => Table.BatchGetAsync([Things[0].Key], Consistency.Strong, Cancelled));

        // One that got on, and as many as there are tries; then as many again.
        Assert.Equal(1 + Attempts + Attempts, Http.Exchanges.Count);
        Assert.Equal(5, (await Sound.QueryAsync(new TableQuery(TableIndex.Primary, "P"), Cancelled)).Items.Count);
    }
}
