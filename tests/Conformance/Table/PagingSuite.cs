using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table;

/// <summary>Limits, positions, and pages that end at 1 MB.</summary>
public abstract class PagingSuite(ITableFactory factory) : TableSuite(factory)
{
    [Fact]
    public async Task A_page_has_at_most_its_limit_and_the_position_of_the_next()
    {
        await PutAsync(Item("P", "1"), Item("P", "2"), Item("P", "3"));

        var first = await Table.QueryAsync(new TableQuery(TableIndex.Primary, "P", Limit: 2), Cancelled);

        Assert.Equal(["1", "2"], first.Items.Select(item => item.Key.SortKey));
        Assert.Equal(new TablePosition(new TableKey("P", "2"), null), first.Next);
    }

    [Fact]
    public async Task A_position_in_an_index_has_the_key_there_too()
    {
        await PutAsync(
            Item("A", "1") with { Gsi2 = new IndexKey("USER#1", "X") },
            Item("B", "1") with { Gsi2 = new IndexKey("USER#1", "X") },
            Item("C", "1") with { Gsi2 = new IndexKey("USER#1", "Y") });

        var first = await Table.QueryAsync(new TableQuery(TableIndex.Gsi2, "USER#1", Limit: 1), Cancelled);

        Assert.Equal(new TablePosition(Assert.Single(first.Items).Key, new IndexKey("USER#1", "X")), first.Next);
    }

    [Fact]
    public async Task The_last_page_says_so_or_is_followed_by_an_empty_one()
    {
        await PutAsync(Item("P", "1"), Item("P", "2"));

        var page = await Table.QueryAsync(new TableQuery(TableIndex.Primary, "P", Limit: 2), Cancelled);

        if (page.Next is not null)
        {
            var beyond = await Table.QueryAsync(new TableQuery(TableIndex.Primary, "P", Limit: 2, After: page.Next), Cancelled);
            Assert.Empty(beyond.Items);
            Assert.Null(beyond.Next);
        }
    }

    [Fact]
    public async Task A_position_may_be_of_an_item_that_is_gone()
    {
        await PutAsync(Item("P", "1"), Item("P", "3"));
        var query = new TableQuery(TableIndex.Primary, "P", After: new TablePosition(new TableKey("P", "2"), null));

        Assert.Equal("3", Assert.Single(await AllAsync(query)).Key.SortKey);
        Assert.Equal("1", Assert.Single(await AllAsync(query with { Descending = true })).Key.SortKey);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Items_that_share_an_index_key_are_paged_each_once(bool descending)
    {
        var keys = Enumerable.Range(0, 23).Select(n => new TableKey($"BOOKING#{n % 5}", $"EVENT#{n:D6}")).ToList();
        await PutAsync([.. keys.Select(key => Item(key.PartitionKey, key.SortKey) with { Gsi1 = new IndexKey("STATUS#x", "SAME") })]);

        var found = await AllAsync(new TableQuery(TableIndex.Gsi1, "STATUS#x", Descending: descending, Limit: 4));

        Assert.Equal(keys.Count, found.Count);
        Assert.Equal(keys.ToHashSet(), found.Select(item => item.Key).ToHashSet());
    }

    [Theory]
    [InlineData(TableIndex.Primary)]
    [InlineData(TableIndex.Gsi1)]
    public async Task Pages_end_at_1_MB_and_together_give_every_item_once(TableIndex index)
    {
        // 30 items of 100 KB: at least three pages, each of at most 1 MB and the item that filled it.
        TableItem[] items = [.. Enumerable.Range(0, 30).Select(n => Filled("P", $"{n:D2}", 100 * 1024) with { Gsi1 = new IndexKey("G", $"{n:D2}") })];
        await Table.BatchWriteAsync([.. items.Select(item => item.Put())], Cancelled);

        var partition = index == TableIndex.Primary ? "P" : "G";
        var pages = await PagesAsync(new TableQuery(index, partition, Limit: 1000));
        var back = await PagesAsync(new TableQuery(index, partition, Descending: true, Limit: 1000));

        Assert.Equal(items.Select(item => item.Key), pages.SelectMany(page => page).Select(item => item.Key));
        Assert.Equal(items.Reverse().Select(item => item.Key), back.SelectMany(page => page).Select(item => item.Key));
        Assert.InRange(pages.Count(page => page.Count > 0), 3, 4);
        Assert.All(pages.Concat(back), page => Assert.InRange(page.Count, 0, 11));
    }

    [Fact]
    public async Task Items_of_400_KB_are_paged()
    {
        TableItem[] items = [.. Enumerable.Range(0, 5).Select(n => Filled("P", $"{n}", 409_000))];
        await PutAsync(items);

        var pages = await PagesAsync(new TableQuery(TableIndex.Primary, "P"));

        AssertSame(items, [.. pages.SelectMany(page => page)]);
        Assert.All(pages, page => Assert.InRange(page.Count, 0, 3));
    }

    [Fact]
    public async Task Paging_gives_every_item_once_while_others_come_and_go()
    {
        await PutAsync([.. Enumerable.Range(0, 100).Select(n => Item("P", $"K{n:D4}#stays"))]);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var churn = Task.Run(
            async () =>
            {
                for (var n = 0; !stop.IsCancellationRequested; n = (n + 37) % 100)
                {
                    await Table.WriteAsync(Item("P", $"K{n:D4}#comes").Put(), Cancelled);
                    await Table.WriteAsync(new TableWrite.Delete(new TableKey("P", $"K{(n + 50) % 100:D4}#comes"), TableCondition.None), Cancelled);
                }
            },
            Cancelled);

        for (var round = 0; round < 6; round++)
        {
            var items = await AllAsync(new TableQuery(TableIndex.Primary, "P", Descending: round % 2 == 1, Limit: 3 + round));
            var stays = items.Select(item => item.Key.SortKey).Where(sort => sort.EndsWith("stays", StringComparison.Ordinal)).ToList();
            Assert.Equal(100, stays.Count);
            Assert.Equal(100, stays.Distinct().Count());
            Assert.Equal(items.Count, items.Select(item => item.Key).Distinct().Count());
        }

        await stop.CancelAsync();
        await churn;
    }
}
