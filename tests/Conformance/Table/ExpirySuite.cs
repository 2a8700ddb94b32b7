using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table;

/// <summary>An item past its time-to-live is not there, whether or not the store has deleted it by then.</summary>
public abstract class ExpirySuite(ITableFactory factory) : TableSuite(factory)
{
    private static readonly TableItem Expiring = Item("QUOTE#1", "METADATA", version: 4) with
    {
        TimeToLive = Now + 60,
        Gsi1 = new IndexKey("STATUS#valid", "1"),
    };

    [Fact]
    public async Task An_item_is_there_through_the_second_of_its_time_to_live_and_not_after()
    {
        await PutAsync(Expiring);

        Time.Advance(TimeSpan.FromSeconds(60));
        AssertSame(Expiring, await GetAsync(Expiring.Key));
        Time.Advance(TimeSpan.FromMilliseconds(999));
        AssertSame(Expiring, await GetAsync(Expiring.Key));
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await GetAsync(Expiring.Key));
    }

    [Fact]
    public async Task No_read_sees_an_expired_item()
    {
        await PutAsync(Expiring, Item("QUOTE#1", "OTHER"));
        Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("OTHER", Assert.Single(await AllAsync(new TableQuery(TableIndex.Primary, "QUOTE#1"))).Key.SortKey);
        Assert.Empty(await AllAsync(new TableQuery(TableIndex.Gsi1, "STATUS#valid")));
        Assert.Empty(await Table.BatchGetAsync([Expiring.Key], Consistency.Strong, Cancelled));
        Assert.Equal([null], await Table.TransactGetAsync([Expiring.Key], Cancelled));
    }

    [Fact]
    public async Task A_new_item_takes_the_place_of_an_expired_one()
    {
        await PutAsync(Expiring);
        Time.Advance(TimeSpan.FromSeconds(61));
        var next = Item("QUOTE#1", "METADATA", """{"b":2}""");

        var outcome = await Table.WriteAsync(next.Put(TableCondition.NotExists), Cancelled);

        Assert.True(outcome.Committed);
        AssertSame(next, await GetAsync(next.Key));
        Assert.Empty(await AllAsync(new TableQuery(TableIndex.Gsi1, "STATUS#valid")));
    }

    [Fact]
    public async Task A_condition_that_wants_an_expired_item_fails_and_tells_of_none()
    {
        await PutAsync(Expiring);
        Time.Advance(TimeSpan.FromSeconds(61));

        foreach (var condition in (TableCondition[])[TableCondition.Exists, TableCondition.VersionIs(4)])
        {
            var outcome = await Table.TransactWriteAsync([Item("OTHER", "1").Put(), new TableWrite.Check(Expiring.Key, condition)], Cancelled);
            Assert.Equal([new FailedCondition(1, null)], outcome.Failures);
        }

        Assert.Null(await GetAsync(new TableKey("OTHER", "1")));
    }

    [Fact]
    public async Task Until_it_expires_an_item_stands_in_the_way_of_a_new_one()
    {
        await PutAsync(Expiring);
        Time.Advance(TimeSpan.FromSeconds(60));

        var outcome = await Table.WriteAsync(Item("QUOTE#1", "METADATA").Put(TableCondition.NotExists), Cancelled);

        AssertSame(Expiring, Assert.Single(outcome.Failures).Existing);
    }

    [Fact]
    public async Task An_item_put_again_with_a_later_time_lives_on()
    {
        await PutAsync(Expiring);
        var longer = Expiring with { TimeToLive = Now + 120, Version = 5 };
        await Table.WriteAsync(longer.Put(TableCondition.VersionIs(4)), Cancelled);

        Time.Advance(TimeSpan.FromSeconds(61));

        AssertSame(longer, await GetAsync(Expiring.Key));
    }

    [Fact]
    public async Task An_item_may_be_put_already_expired()
    {
        await PutAsync(Expiring with { TimeToLive = Now - 1 });

        Assert.Null(await GetAsync(Expiring.Key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public async Task A_time_to_live_before_time_began_is_over(long ttl)
    {
        await PutAsync(Expiring with { TimeToLive = ttl });

        Assert.Null(await GetAsync(Expiring.Key));
    }

    [Fact]
    public async Task A_time_to_live_at_the_end_of_time_is_kept()
    {
        var item = Expiring with { TimeToLive = long.MaxValue };

        await PutAsync(item);

        AssertSame(item, await GetAsync(item.Key));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_a_little_brings_an_expired_item_back()
    {
        await PutAsync(Expiring);
        Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Null(await GetAsync(Expiring.Key));

        Time.AdjustTime(DateTimeOffset.FromUnixTimeSeconds(Now + 60));

        AssertSame(Expiring, await GetAsync(Expiring.Key));
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public async Task A_write_and_a_transaction_change_their_minds_at_the_same_second(int seconds, bool expired)
    {
        await PutAsync(Expiring, Expiring with { Key = new TableKey("QUOTE#2", "METADATA") });
        Time.Advance(TimeSpan.FromSeconds(seconds));

        var write = await Table.WriteAsync(Item("QUOTE#1", "METADATA").Put(TableCondition.NotExists), Cancelled);
        var transaction = await Table.TransactWriteAsync([Item("QUOTE#2", "METADATA").Put(TableCondition.NotExists)], Cancelled);

        Assert.Equal(expired, write.Committed);
        Assert.Equal(expired, transaction.Committed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_is_full_though_expired_items_lie_between(bool descending)
    {
        // More of them than a page has, before, between and after those that are there.
        await Table.BatchWriteAsync(
            [.. Enumerable.Range(0, 260).Select(n => (Item("P", $"{n:D3}") with { TimeToLive = n % 130 is >= 120 and < 124 ? null : Now + 1 }).Put())], Cancelled);
        Time.Advance(TimeSpan.FromSeconds(2));
        string[] live = ["120", "121", "122", "123", "250", "251", "252", "253"];
        var query = new TableQuery(TableIndex.Primary, "P", Descending: descending, Limit: 5);

        var pages = await PagesAsync(query);

        Assert.Equal(descending ? live.Reverse() : live, pages.SelectMany(page => page).Select(item => item.Key.SortKey));
        Assert.Equal([5, 3], pages.Where(page => page.Count > 0).Select(page => page.Count));
    }

    /// <summary>The developer guide has the 1 MB counted before expired items are left out; DynamoDB Local counts what remains.</summary>
    [Fact]
    public async Task A_page_ends_at_1_MB_though_expired_items_lie_between()
    {
        TableItem[] items = [.. Enumerable.Range(0, 30).Select(n => Filled("P", $"{n:D2}", 100 * 1024) with { TimeToLive = n % 2 == 0 ? null : Now + 1 })];
        await Table.BatchWriteAsync([.. items.Select(item => item.Put())], Cancelled);
        Time.Advance(TimeSpan.FromSeconds(2));

        var pages = await PagesAsync(new TableQuery(TableIndex.Primary, "P", Limit: 1000));

        Assert.Equal(items.Where(item => item.TimeToLive is null).Select(item => item.Key), pages.SelectMany(page => page).Select(item => item.Key));
        Assert.All(pages, page => Assert.InRange(page.Count, 0, 11));
        Assert.InRange(pages.Count(page => page.Count > 0), 2, 3);
    }

    [Fact]
    public async Task Paging_passes_over_expired_items()
    {
        await PutAsync([.. Enumerable.Range(0, 40).Select(n => Item("P", $"{n:D2}") with { TimeToLive = n % 4 == 3 ? null : Now + 1 })]);
        Time.Advance(TimeSpan.FromSeconds(2));

        var found = await AllAsync(new TableQuery(TableIndex.Primary, "P", Limit: 3));

        Assert.Equal(["03", "07", "11", "15", "19", "23", "27", "31", "35", "39"], found.Select(item => item.Key.SortKey));
    }
}
