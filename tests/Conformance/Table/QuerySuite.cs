using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table;

/// <summary>Order, ranges and direction of queries over the table and its indexes.</summary>
public abstract class QuerySuite(ITableFactory factory) : TableSuite(factory)
{
    /// <summary>Sort keys in the order of their UTF-8 bytes, which is not that of UTF-16 (U+FFFF stands before U+10000).</summary>
    private static readonly string[] Sorted =
    [
        "\0", "\0\0", "\u0001", "#", "A", "A#", "A#1", "A#10", "A#2", "AB", "Z", "a", "ab", "a\u0301", "z", "~", "\u007F", "é", "ü",
        "\uD7FF", "\uE000", "\uFFFD", "\uFFFF", "\uFFFFa", "\U00010000", "😀", "😀😀", "😁", "\U0010FFFF", "\U0010FFFFa",
    ];

    public static TheoryData<TableIndex> Indexes { get; } = new(Enum.GetValues<TableIndex>());

    [Theory]
    [MemberData(nameof(Indexes))]
    public async Task Items_come_in_the_order_of_their_sort_keys_UTF8_bytes(TableIndex index)
    {
        await PutSortedAsync(index);

        var items = await AllAsync(new TableQuery(index, "P"));

        Assert.Equal(Sorted, Sorts(items, index));
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public async Task Descending_is_the_reverse(TableIndex index)
    {
        await PutSortedAsync(index);

        var items = await AllAsync(new TableQuery(index, "P", Descending: true));

        Assert.Equal(Sorted.Reverse(), Sorts(items, index));
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public async Task A_prefix_finds_exactly_the_keys_that_begin_with_it(TableIndex index)
    {
        await PutSortedAsync(index);

        foreach (var prefix in Sorted.Concat(["A#3", "nothing", "😂"]))
        {
            var items = await AllAsync(new TableQuery(index, "P", SortKeyRange.BeginsWith(prefix)));
            Assert.Equal(Sorted.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)), Sorts(items, index));
        }
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public async Task Bounds_are_inclusive_and_compared_by_bytes(TableIndex index)
    {
        await PutSortedAsync(index);

        for (var from = 0; from < Sorted.Length; from += 3)
        {
            Assert.Equal(Sorted[from..], Sorts(await AllAsync(new TableQuery(index, "P", SortKeyRange.AtLeast(Sorted[from]))), index));
            Assert.Equal(Sorted[..(from + 1)], Sorts(await AllAsync(new TableQuery(index, "P", SortKeyRange.AtMost(Sorted[from]))), index));
            for (var to = from; to < Sorted.Length; to += 4)
            {
                var query = new TableQuery(index, "P", SortKeyRange.Between(Sorted[from], Sorted[to]));
                Assert.Equal(Sorted[from..(to + 1)], Sorts(await AllAsync(query), index));
                Assert.Equal(Sorted[from..(to + 1)].Reverse(), Sorts(await AllAsync(query with { Descending = true }), index));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public async Task Bounds_need_not_be_keys_of_items(TableIndex index)
    {
        await PutSortedAsync(index);

        var items = await AllAsync(new TableQuery(index, "P", SortKeyRange.Between("A#11", "b")));

        Assert.Equal(["A#2", "AB", "Z", "a", "ab", "a\u0301"], Sorts(items, index));
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public async Task Any_page_size_gives_every_item_once_in_both_directions_and_in_any_range(TableIndex index)
    {
        await PutSortedAsync(index);
        SortKeyRange[] ranges = [SortKeyRange.All, SortKeyRange.AtLeast("Z"), SortKeyRange.AtMost("é"), SortKeyRange.Between("A#1", "😀"), SortKeyRange.BeginsWith("A")];

        foreach (var range in ranges)
        {
            var all = Sorts(await AllAsync(new TableQuery(index, "P", range)), index);
            foreach (var limit in (int[])[1, 2, 7])
            {
                Assert.Equal(all, Sorts(await AllAsync(new TableQuery(index, "P", range, Limit: limit)), index));
                Assert.Equal(all.Reverse(), Sorts(await AllAsync(new TableQuery(index, "P", range, Descending: true, Limit: limit)), index));
            }
        }
    }

    [Fact]
    public async Task A_partition_holds_only_its_own_items()
    {
        string[] partitions = ["P", "P#", "p", "P\u0001", "P#1", "😀"];
        await PutAsync([.. partitions.Select((partition, n) => Item(partition, $"{n}"))]);

        foreach (var (n, partition) in partitions.Index())
            Assert.Equal([new TableKey(partition, $"{n}")], (await AllAsync(new TableQuery(TableIndex.Primary, partition))).Select(item => item.Key));
    }

    [Fact]
    public async Task Composed_and_decomposed_letters_are_different_keys()
    {
        var composed = Item("P", "é", """{"n":1}""");
        var decomposed = Item("P", "e\u0301", """{"n":2}""");

        await PutAsync(composed, decomposed);

        AssertSame(composed, await GetAsync(composed.Key));
        AssertSame(decomposed, await GetAsync(decomposed.Key));
    }

    [Fact]
    public async Task A_query_of_an_unknown_partition_is_empty()
    {
        var page = await Table.QueryAsync(new TableQuery(TableIndex.Primary, "NOTHING"), Cancelled);

        Assert.Empty(page.Items);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_strong_query_sees_the_write_before_it()
    {
        for (var n = 0; n < 50; n++)
        {
            await PutAsync(Item("P", $"{n:D3}"));
            var page = await Table.QueryAsync(new TableQuery(TableIndex.Primary, "P", Descending: true, Limit: 1, Consistency: Consistency.Strong), Cancelled);
            Assert.Equal($"{n:D3}", Assert.Single(page.Items).Key.SortKey);
        }
    }

    private static string[] Sorts(IEnumerable<TableItem> items, TableIndex index) =>
        [.. items.Select(item => IndexItems.KeyIn(item, index)?.SortKey ?? item.Key.SortKey)];

    private async Task PutSortedAsync(TableIndex index)
    {
        // Out of order, and in an index under primary keys whose order is another.
        foreach (var (n, sort) in Sorted.Index().OrderBy(pair => pair.Index * 7919 % 101))
            await PutAsync(index == TableIndex.Primary ? Item("P", sort) : IndexItems.With(Item($"X#{99 - n}", "M"), index, new IndexKey("P", sort)));
    }
}
