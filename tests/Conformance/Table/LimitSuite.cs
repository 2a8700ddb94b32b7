using System.Text;
using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table;

/// <summary>DynamoDB's limits, at their edges; what is beyond is refused and changes nothing.</summary>
public abstract class LimitSuite(ITableFactory factory) : TableSuite(factory)
{
    /// <summary>400 KB less the names, the keys, the envelope and the map around the one text of <see cref="Filled"/>.</summary>
    private const int LargestText = TableItemTooLargeException.MaxBytes - 67;

    [Fact]
    public async Task An_item_of_400_KB_is_stored()
    {
        var item = Filled("P", "1", LargestText);

        await PutAsync(item);

        AssertSame(item, await GetAsync(item.Key));
    }

    [Fact]
    public async Task An_item_just_over_400_KB_is_refused()
    {
        var item = Filled("P", "1", LargestText + 1);

        var refused = await Assert.ThrowsAsync<TableItemTooLargeException>(() => Table.WriteAsync(item.Put(), Cancelled));
        await Assert.ThrowsAsync<TableItemTooLargeException>(() => Table.TransactWriteAsync([Item("P", "2").Put(), item.Put()], Cancelled));
        await Assert.ThrowsAsync<TableItemTooLargeException>(() => Table.BatchWriteAsync([Item("P", "2").Put(), item.Put()], Cancelled));

        Assert.Contains("409601", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await AllAsync(new TableQuery(TableIndex.Primary, "P")));
    }

    /// <summary>Amazon calls its figures for numbers approximate; DynamoDB Local counts as the developer guide has it.</summary>
    [Fact]
    public async Task A_transaction_of_items_of_400_KB_up_to_4_MB_is_done()
    {
        TableItem[] items = [.. Enumerable.Range(0, 10).Select(n => Filled("P", $"{n}", LargestText))];

        Assert.True((await Table.TransactWriteAsync([.. items.Select(item => item.Put(TableCondition.NotExists))], Cancelled)).Committed);

        AssertSame(items, [.. (await Table.TransactGetAsync([.. items.Select(item => item.Key)], Cancelled)).Select(item => item!)]);
    }

    [Fact]
    public async Task The_size_is_of_UTF8_not_of_characters()
    {
        var text = new string('é', 210_000);

        await Assert.ThrowsAsync<TableItemTooLargeException>(() => Table.WriteAsync(Item("P", "1", $$"""{"x":"{{text}}"}""").Put(), Cancelled));
    }

    [Fact]
    public async Task Keys_of_2048_and_1024_bytes_are_stored()
    {
        var item = Item(new string('é', 1024), new string('é', 512)) with { Gsi1 = new IndexKey(new string('p', 2048), new string('s', 1024)) };

        await PutAsync(item);

        AssertSame(item, await GetAsync(item.Key));
        AssertSame([item], await AllAsync(new TableQuery(TableIndex.Gsi1, item.Gsi1!.Value.PartitionKey)));
    }

    public static TheoryData<string, string> BadKeys { get; } = new()
    {
        { "", "1" },
        { "P", "" },
        { new string('é', 1025), "1" },
        { "P", new string('é', 513) },
        { "half \uD83D", "1" },
        { "P", "half \uDE00" },
    };

    [Theory]
    [MemberData(nameof(BadKeys))]
    public async Task A_bad_key_is_refused_everywhere(string partition, string sort)
    {
        var key = new TableKey(partition, sort);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => GetAsync(key));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.BatchGetAsync([key], Consistency.Strong, Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.TransactGetAsync([key], Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.WriteAsync(Item(partition, sort).Put(), Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.WriteAsync(new TableWrite.Delete(key, TableCondition.None), Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.WriteAsync(new TableWrite.Check(key, TableCondition.None), Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.WriteAsync((Item("P", "1") with { Gsi2 = new IndexKey(partition, sort) }).Put(), Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.QueryAsync(new TableQuery(TableIndex.Primary, partition, SortKeyRange.AtLeast(sort)), Cancelled));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":{"b":1,"\u0062":2}}""")]
    [InlineData("""{"":1}""")]
    [InlineData("""{"a":"\ud83d"}""")]
    [InlineData("""{"a":123456789012345678901234567890123456789}""")]
    [InlineData("""{"a":1e126}""")]
    [InlineData("""{"a":1e-131}""")]
    [InlineData("""{"a":1e99999999999}""")]
    public async Task Data_that_DynamoDB_cannot_hold_is_refused(string data)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.WriteAsync(Item("P", "1", data).Put(), Cancelled));

        Assert.Null(await GetAsync(new TableKey("P", "1")));
    }

    [Fact]
    public async Task Data_that_is_not_UTF8_is_refused()
    {
        byte[] data = [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.WriteAsync((Item("P", "1") with { Data = data }).Put(), Cancelled));
    }

    public static TheoryData<string, string> Nestings { get; } = new()
    {
        { """{"a":""", "}" },
        { "[", "]" },
    };

    /// <summary>The innermost value is a level: DynamoDB takes 31 maps or lists around it, the data itself being the first.</summary>
    [Theory]
    [MemberData(nameof(Nestings))]
    public async Task Data_is_at_most_32_levels_deep(string open, string close)
    {
        var deepest = Item("P", "1", Nested(30, "1"));
        var empty = Item("P", "2", Nested(29, "[]"));

        await PutAsync(deepest, empty);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.WriteAsync(Item("P", "3", Nested(31, "1")).Put(), Cancelled));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.WriteAsync(Item("P", "3", Nested(30, "[]")).Put(), Cancelled));

        AssertSame([deepest, empty], await AllAsync(new TableQuery(TableIndex.Primary, "P")));

        string Nested(int levels, string inside) =>
            $$"""{"x":{{string.Concat(Enumerable.Repeat(open, levels))}}{{inside}}{{string.Concat(Enumerable.Repeat(close, levels))}}}""";
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.0000000000000000000000000000000000000000001")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("9.9999999999999999999999999999999999999e125")]
    [InlineData("1e-130")]
    [InlineData("100000000000000000000000000000000000000000000000000")]
    public async Task Numbers_of_DynamoDBs_range_are_kept_exactly(string number)
    {
        await PutAsync(Item("P", "1", $$"""{"n":{{number}}}"""));

        using var data = System.Text.Json.JsonDocument.Parse((await GetAsync(new TableKey("P", "1")))!.Data);
        Assert.Equal(Canonical(number), Canonical(data.RootElement.GetProperty("n").GetRawText()));
    }

    [Fact]
    public async Task A_bad_item_is_refused()
    {
        TableWrite[] bad =
        [
            (Item("P", "1") with { EntityType = "" }).Put(),
            Item("P", "1", version: 0).Put(),
            Item("P", "1").Put() with { Item = Item("P", "2") },
        ];

        foreach (var write in bad)
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.WriteAsync(write, Cancelled));
    }

    public static TheoryData<TableQuery> BadQueries { get; } = new(
        new TableQuery(TableIndex.Primary, "P", Limit: 0),
        new TableQuery((TableIndex)9, "P"),
        new TableQuery(TableIndex.Gsi1, "P", Consistency: Consistency.Strong),
        new TableQuery(TableIndex.Primary, "P", new SortKeyRange("a", null, "b")),
        new TableQuery(TableIndex.Primary, "P", SortKeyRange.Between("b", "a")),
        new TableQuery(TableIndex.Primary, "P", SortKeyRange.Between("\U00010000", "\uFFFF")),
        new TableQuery(TableIndex.Primary, "P", SortKeyRange.BeginsWith("")),
        new TableQuery(TableIndex.Primary, "P", After: new TablePosition(new TableKey("OTHER", "1"), null)),
        new TableQuery(TableIndex.Primary, "P", After: new TablePosition(new TableKey("P", "1"), new IndexKey("P", "1"))),
        new TableQuery(TableIndex.Primary, "P", SortKeyRange.AtLeast("b"), After: new TablePosition(new TableKey("P", "a"), null)),
        new TableQuery(TableIndex.Gsi1, "P", After: new TablePosition(new TableKey("P", "1"), null)),
        new TableQuery(TableIndex.Gsi1, "P", After: new TablePosition(new TableKey("P", "1"), new IndexKey("OTHER", "1"))),
        new TableQuery(TableIndex.Gsi1, "P", SortKeyRange.BeginsWith("b"), After: new TablePosition(new TableKey("P", "1"), new IndexKey("P", "a"))));

    [Theory]
    [MemberData(nameof(BadQueries), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_query_is_refused(TableQuery query) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Table.QueryAsync(query, Cancelled));

    [Fact]
    public async Task A_request_that_is_cancelled_before_it_begins_does_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.WriteAsync(Item("P", "1").Put(), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.GetAsync(new TableKey("P", "1"), Consistency.Strong, cancelled.Token));

        Assert.Null(await GetAsync(new TableKey("P", "1")));
    }

    /// <summary>Digits without leading or trailing zeros, and the power of ten after them.</summary>
    private static string Canonical(string number)
    {
        var negative = number.StartsWith('-');
        var parts = number.TrimStart('-').ToLowerInvariant().Split('e');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : parts[0].Length - point - 1;
        var digits = new StringBuilder(parts[0]).Replace(".", "").ToString().TrimStart('0');
        var trimmed = digits.TrimEnd('0');
        return trimmed.Length == 0 ? "0" : $"{(negative ? "-" : "")}{trimmed}e{exponent + digits.Length - trimmed.Length}";
    }
}
