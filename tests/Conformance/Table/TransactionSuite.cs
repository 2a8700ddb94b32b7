using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table;

/// <summary>Transactions: all or nothing, up to 100 different items.</summary>
public abstract class TransactionSuite(ITableFactory factory) : TableSuite(factory)
{
    [Fact]
    public async Task A_transaction_of_100_items_is_done_whole()
    {
        TableItem[] items = [.. Enumerable.Range(0, 100).Select(n => Item($"P#{n % 7}", $"{n:D3}"))];

        var outcome = await Table.TransactWriteAsync([.. items.Select(item => item.Put(TableCondition.NotExists))], Cancelled);

        Assert.True(outcome.Committed);
        AssertSame(items, [.. (await Table.TransactGetAsync([.. items.Select(item => item.Key)], Cancelled)).Select(item => item!)]);
    }

    [Fact]
    public async Task A_transaction_of_101_items_is_refused()
    {
        TableWrite[] writes = [.. Enumerable.Range(0, 101).Select(n => Item("P", $"{n:D3}").Put())];

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.TransactWriteAsync(writes, Cancelled));

        Assert.Empty(await AllAsync(new TableQuery(TableIndex.Primary, "P")));
    }

    [Fact]
    public async Task A_transaction_of_nothing_is_refused() =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.TransactWriteAsync([], Cancelled));

    [Fact]
    public async Task Two_writes_of_one_item_are_refused()
    {
        var item = Item("P", "1");

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.TransactWriteAsync([item.Put(), new TableWrite.Check(item.Key, TableCondition.NotExists)], Cancelled));

        Assert.Null(await GetAsync(item.Key));
    }

    [Fact]
    public async Task A_transaction_over_4_MB_is_refused()
    {
        TableWrite[] writes = [.. Enumerable.Range(0, 11).Select(n => Filled("P", $"{n:D3}", 390_000).Put())];

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.TransactWriteAsync(writes, Cancelled));

        Assert.Empty(await AllAsync(new TableQuery(TableIndex.Primary, "P")));
    }

    [Fact]
    public async Task Puts_deletes_and_checks_go_together()
    {
        await PutAsync(Item("P", "deleted"), Item("P", "checked", version: 5), Item("P", "replaced", version: 2));

        var outcome = await Table.TransactWriteAsync(
            [
                Item("P", "new").Put(TableCondition.NotExists),
                Item("P", "replaced", """{"b":2}""", 3).Put(TableCondition.VersionIs(2)),
                new TableWrite.Delete(new TableKey("P", "deleted"), TableCondition.Exists),
                new TableWrite.Check(new TableKey("P", "checked"), TableCondition.VersionIs(5)),
                new TableWrite.Check(new TableKey("P", "absent"), TableCondition.NotExists),
                new TableWrite.Check(new TableKey("P", "whatever"), TableCondition.None),
            ],
            Cancelled);

        Assert.True(outcome.Committed);
        AssertSame(
            [Item("P", "checked", version: 5), Item("P", "new"), Item("P", "replaced", """{"b":2}""", 3)],
            await AllAsync(new TableQuery(TableIndex.Primary, "P")));
    }

    [Fact]
    public async Task A_refused_transaction_changes_nothing_and_names_every_failure()
    {
        TableItem[] before = [Item("P", "deleted"), Item("P", "stands", version: 4), Item("P", "version", version: 9)];
        await PutAsync(before);

        var outcome = await Table.TransactWriteAsync(
            [
                Item("P", "new").Put(),
                Item("P", "stands", version: 1).Put(TableCondition.NotExists),
                new TableWrite.Delete(new TableKey("P", "deleted"), TableCondition.None),
                new TableWrite.Check(new TableKey("P", "absent"), TableCondition.Exists),
                Item("P", "version", version: 3).Put(TableCondition.VersionIs(2)),
            ],
            Cancelled);

        Assert.False(outcome.Committed);
        Assert.Equal([1, 3, 4], outcome.Failures.Select(failure => failure.Index));
        AssertSame(before[1], outcome.Failures[0].Existing);
        Assert.Null(outcome.Failures[1].Existing);
        AssertSame(before[2], outcome.Failures[2].Existing);
        AssertSame(before, await AllAsync(new TableQuery(TableIndex.Primary, "P")));
    }

    [Fact]
    public async Task A_refused_transaction_leaves_the_indexes_as_they_were()
    {
        await PutAsync(Item("P", "1") with { Gsi1 = new IndexKey("STATUS#old", "1") });

        await Table.TransactWriteAsync(
            [
                (Item("P", "1", version: 2) with { Gsi1 = new IndexKey("STATUS#new", "1") }).Put(TableCondition.VersionIs(1)),
                new TableWrite.Check(new TableKey("P", "2"), TableCondition.Exists),
            ],
            Cancelled);

        Assert.Single(await AllAsync(new TableQuery(TableIndex.Gsi1, "STATUS#old")));
        Assert.Empty(await AllAsync(new TableQuery(TableIndex.Gsi1, "STATUS#new")));
    }

    [Fact]
    public async Task Of_64_transactions_that_want_the_same_slot_one_wins_and_the_others_leave_no_trace()
    {
        var day = new TableKey("DRIVER#1", "DAY#2026-12-10");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => Task.Run(() => Table.TransactWriteAsync(
            [
                Item($"BOOKING#{n}", "METADATA").Put(TableCondition.NotExists),
                Item(day.PartitionKey, day.SortKey, $$"""{"booking":{{n}}}""").Put(TableCondition.NotExists),
                Item($"BOOKING#{n}", "EVENT#000001").Put(TableCondition.NotExists),
            ],
            Cancelled))));

        var winner = Assert.Single(Enumerable.Range(0, 64), n => outcomes[n].Committed);
        AssertSame(Item(day.PartitionKey, day.SortKey, $$"""{"booking":{{winner}}}"""), await GetAsync(day));
        for (var n = 0; n < 64; n++)
            Assert.Equal(n == winner ? 2 : 0, (await AllAsync(new TableQuery(TableIndex.Primary, $"BOOKING#{n}"))).Count);
    }

    [Fact]
    public async Task A_reader_in_a_transaction_never_sees_half_a_write()
    {
        TableKey[] pair = [new TableKey("A", "1"), new TableKey("B", "1")];
        await PutAsync(Item("A", "1"), Item("B", "1"));
        var writing = Task.Run(
            async () =>
            {
                for (var version = 2; version <= 100; version++)
                    await Table.TransactWriteAsync([Item("A", "1", version: version).Put(), Item("B", "1", version: version).Put()], Cancelled);
            },
            Cancelled);

        do
        {
            var items = await Table.TransactGetAsync(pair, Cancelled);
            Assert.Equal(items[0]!.Version, items[1]!.Version);
        }
        while (!writing.IsCompleted);
        await writing;
    }

    [Fact]
    public async Task A_transactional_read_keeps_the_order_of_its_keys_and_the_gaps()
    {
        await PutAsync(Item("P", "1"), Item("P", "3"));

        var items = await Table.TransactGetAsync([new TableKey("P", "3"), new TableKey("P", "2"), new TableKey("P", "1")], Cancelled);

        Assert.Equal(["3", null, "1"], items.Select(item => item?.Key.SortKey));
    }
}
