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

    [Fact]
    public async Task Paging_passes_over_expired_items()
    {
        await PutAsync([.. Enumerable.Range(0, 40).Select(n => Item("P", $"{n:D2}") with { TimeToLive = n % 4 == 3 ? null : Now + 1 })]);
        Time.Advance(TimeSpan.FromSeconds(2));

        var found = await AllAsync(new TableQuery(TableIndex.Primary, "P", Limit: 3));

        Assert.Equal(["03", "07", "11", "15", "19", "23", "27", "31", "35", "39"], found.Select(item => item.Key.SortKey));
    }
}
