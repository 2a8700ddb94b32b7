using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table;

/// <summary>Many items at once, without conditions.</summary>
public abstract class BatchSuite(ITableFactory factory) : TableSuite(factory)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(101)]
    [InlineData(260)]
    public async Task A_batch_of_any_size_is_written(int count)
    {
        TableItem[] items = [.. Enumerable.Range(0, count).Select(n => Item("P", $"{n:D4}"))];

        await Table.BatchWriteAsync([.. items.Select(item => item.Put())], Cancelled);

        AssertSame(items, await AllAsync(new TableQuery(TableIndex.Primary, "P")));
    }

    [Fact]
    public async Task A_batch_may_delete_too()
    {
        await PutAsync(Item("P", "1"), Item("P", "2"));

        await Table.BatchWriteAsync([new TableWrite.Delete(new TableKey("P", "1"), TableCondition.None), Item("P", "3").Put()], Cancelled);

        Assert.Equal(["2", "3"], (await AllAsync(new TableQuery(TableIndex.Primary, "P"))).Select(item => item.Key.SortKey));
    }

    [Fact]
    public async Task A_batch_with_a_condition_a_check_or_an_item_twice_is_refused_whole()
    {
        var good = Item("P", "1").Put();

        foreach (var bad in (TableWrite[])[Item("P", "2").Put(TableCondition.NotExists), new TableWrite.Check(new TableKey("P", "2"), TableCondition.None), good])
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.BatchWriteAsync([good, bad], Cancelled));

        Assert.Empty(await AllAsync(new TableQuery(TableIndex.Primary, "P")));
    }

    [Fact]
    public async Task A_batch_of_large_items_is_written()
    {
        TableItem[] items = [.. Enumerable.Range(0, 30).Select(n => Filled("P", $"{n:D2}", 300_000))];

        await Table.BatchWriteAsync([.. items.Select(item => item.Put())], Cancelled);

        Assert.Equal(items.Select(item => item.Key), (await AllAsync(new TableQuery(TableIndex.Primary, "P"))).Select(item => item.Key));
    }

    [Fact]
    public async Task A_hundred_keys_are_read_at_once_and_those_that_exist_come_back()
    {
        TableItem[] items = [.. Enumerable.Range(0, 60).Select(n => Item($"P#{n}", "M"))];
        await PutAsync(items);

        var found = await Table.BatchGetAsync([.. Enumerable.Range(0, 100).Select(n => new TableKey($"P#{n}", "M"))], Consistency.Strong, Cancelled);

        AssertSame(
            [.. items.OrderBy(item => item.Key.PartitionKey, StringComparer.Ordinal)],
            [.. found.OrderBy(item => item.Key.PartitionKey, StringComparer.Ordinal)]);
    }

    [Fact]
    public async Task A_hundred_items_of_300_KB_are_read_at_once()
    {
        TableItem[] items = [.. Enumerable.Range(0, 100).Select(n => Filled($"P#{n}", "M", 300_000))];
        await Table.BatchWriteAsync([.. items.Select(item => item.Put())], Cancelled);

        var found = await Table.BatchGetAsync([.. items.Select(item => item.Key)], Consistency.Strong, Cancelled);

        Assert.Equal(items.Select(item => item.Key).ToHashSet(), found.Select(item => item.Key).ToHashSet());
    }

    [Fact]
    public async Task No_keys_give_no_items()
    {
        Assert.Empty(await Table.BatchGetAsync([], Consistency.Eventual, Cancelled));
        Assert.Empty(await Table.TransactGetAsync([], Cancelled));
    }

    [Fact]
    public async Task More_than_100_keys_or_one_twice_are_refused()
    {
        TableKey[] many = [.. Enumerable.Range(0, 101).Select(n => new TableKey("P", $"{n}"))];
        TableKey[] twice = [new TableKey("P", "1"), new TableKey("P", "2"), new TableKey("P", "1")];

        foreach (var keys in (TableKey[][])[many, twice])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.BatchGetAsync(keys, Consistency.Strong, Cancelled));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.TransactGetAsync(keys, Cancelled));
        }
    }

    [Fact]
    public async Task A_transactional_read_of_over_4_MB_is_refused()
    {
        TableItem[] items = [.. Enumerable.Range(0, 11).Select(n => Filled($"P#{n}", "M", 390_000))];
        await Table.BatchWriteAsync([.. items.Select(item => item.Put())], Cancelled);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.TransactGetAsync([.. items.Select(item => item.Key)], Cancelled));
    }
}
