using Nots.Cli.Tests.Data;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;
using Nots.Storage.Transfer;

namespace Nots.Cli.Tests.Stores;

/// <summary>What every store's scan and load promise.</summary>
public abstract class TransferSuite : IAsyncLifetime
{
    internal static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ITableLoad Load { get; set; } = null!;

    private ITableScan Scan { get; set; } = null!;

    public async ValueTask InitializeAsync() => (Load, Scan) = await OpenEmptyAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Scan.DisposeAsync();
        await Load.DisposeAsync();
        await CleanUpAsync();
    }

    [Fact]
    public async Task A_table_is_empty_until_it_has_an_item()
    {
        Assert.True(await Load.IsEmptyAsync(Cancelled));

        await PutAsync(1);

        Assert.False(await Load.IsEmptyAsync(Cancelled));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(64)]
    public async Task Segments_have_every_item_once(int segments)
    {
        await PutAsync([.. Enumerable.Range(0, 100)]);

        var items = await Items.AllAsync(Scan, segments);

        Items.AssertSame([.. Enumerable.Range(0, 100).Select(number => Of(Items.Item(number))).OrderBy(item => item.Key.PartitionKey, StringComparer.Ordinal).ThenBy(item => item.Key.SortKey, StringComparer.Ordinal)], items);
    }

    [Fact]
    public async Task What_is_beyond_a_page_is_on_the_next()
    {
        foreach (var number in Enumerable.Range(0, 5))
            Assert.True(await Load.PutAsync(Of(Items.Item(number, bytes: 300_000)), TableCondition.NotExists, Cancelled));
        var segment = Assert.Single((await Scan.PlanAsync(1, Cancelled)).Segments);

        var first = await Scan.ScanAsync(segment, null, Cancelled);

        Assert.InRange(first.Items.Count, 1, 4);
        Assert.Equal(first.Items[^1].Key, first.Next);
        Assert.Equal(5, (await Items.AllAsync(Scan)).Count);
    }

    [Fact]
    public async Task A_segment_of_an_old_plan_is_read_on_by_another_scan()
    {
        foreach (var number in Enumerable.Range(0, 5))
            await Load.PutAsync(Of(Items.Item(number, bytes: 300_000)), TableCondition.NotExists, Cancelled);
        var segment = Assert.Single((await Scan.PlanAsync(1, Cancelled)).Segments);
        var first = await Scan.ScanAsync(segment, null, Cancelled);

        await using var other = await OpenScanAsync();
        var rest = new List<RawItem>();
        for (var after = first.Next; after is not null;)
        {
            var page = await other.ScanAsync(segment, after, Cancelled);
            rest.AddRange(page.Items);
            after = page.Next;
        }

        Assert.Equal(5, first.Items.Concat(rest).DistinctBy(item => item.Key).Count());
    }

    [Fact]
    public async Task Items_are_read_back_as_they_were()
    {
        await PutAsync(1, 2);

        var found = await Load.GetAsync([Items.Item(1).Key, Items.Item(2).Key, Items.Item(3).Key], Cancelled);

        Items.AssertSame([Of(Items.Item(1)), Of(Items.Item(2))], [.. found.OrderBy(item => item.Key.PartitionKey, StringComparer.Ordinal)]);
    }

    [Fact]
    public async Task An_item_that_is_there_is_not_put_as_a_new_one()
    {
        await PutAsync(1);

        Assert.False(await Load.PutAsync(Of(Items.Item(1, version: 2)), TableCondition.NotExists, Cancelled));

        Assert.Equal(1, Assert.Single(await Items.AllAsync(Scan)).Version);
    }

    [Fact]
    public async Task An_item_is_replaced_only_in_the_version_that_is_named()
    {
        await PutAsync(1);

        Assert.False(await Load.PutAsync(Of(Items.Item(1, version: 3)), TableCondition.VersionIs(2), Cancelled));
        Assert.True(await Load.PutAsync(Of(Items.Item(1, version: 3)), TableCondition.VersionIs(1), Cancelled));

        Assert.Equal(3, Assert.Single(await Items.AllAsync(Scan)).Version);
    }

    [Fact]
    public async Task An_expired_item_that_is_still_there_is_scanned()
    {
        await Load.PutAsync(Of(Items.Item(1) with { TimeToLive = 1000 }), TableCondition.NotExists, Cancelled);

        Assert.True(Assert.Single(await Items.AllAsync(Scan)).HasExpired(1001));
    }

    internal abstract Task<(ITableLoad Load, ITableScan Scan)> OpenEmptyAsync();

    internal abstract Task<ITableScan> OpenScanAsync();

    protected virtual ValueTask CleanUpAsync() => ValueTask.CompletedTask;

    private static RawItem Of(TableItem item) => AttributeCodec.ToRawItem(item);

    private async Task PutAsync(params int[] numbers)
    {
        foreach (var number in numbers)
            Assert.True(await Load.PutAsync(Of(Items.Item(number)), TableCondition.NotExists, Cancelled));
    }
}
