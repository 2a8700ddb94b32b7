using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table;

/// <summary>Single writes, their conditions, and what a failed one tells.</summary>
public abstract class WriteSuite(ITableFactory factory) : TableSuite(factory)
{
    private static readonly TableKey Key = new("BOOKING#1", "METADATA");

    [Fact]
    public async Task A_put_item_is_read_back_whole()
    {
        var item = Item("BOOKING#1", "METADATA", """{"text":"£ 12 😀 \"q\"","int":12345678901234567890123456789012345678,"dec":-0.125,"yes":true,"no":null,"list":[1,"2",{"three":[]}],"empty":"","map":{}}""", 7) with
        {
            TimeToLive = Now + 60,
            Gsi1 = new IndexKey("STATUS#pending", "PICKUP_TIME#1797085800"),
            Gsi2 = new IndexKey("USER#1", "BOOKING#1"),
            Gsi3 = new IndexKey("DRIVER#1", "PICKUP_TIME#1797085800"),
        };

        await PutAsync(item);

        AssertSame(item, await GetAsync(item.Key));
    }

    [Fact]
    public async Task An_item_that_was_never_put_is_not_there() => Assert.Null(await GetAsync(Key));

    [Fact]
    public async Task A_put_replaces_the_whole_item()
    {
        await PutAsync(Item("BOOKING#1", "METADATA", """{"a":1,"b":2}""") with { TimeToLive = Now + 60, Gsi1 = new IndexKey("a", "b") });
        var next = Item("BOOKING#1", "METADATA", """{"c":3}""", 2);

        await PutAsync(next);

        AssertSame(next, await GetAsync(Key));
    }

    [Fact]
    public async Task A_deleted_item_is_gone()
    {
        await PutAsync(Item("BOOKING#1", "METADATA"));

        var outcome = await Table.WriteAsync(new TableWrite.Delete(Key, TableCondition.None), Cancelled);

        Assert.True(outcome.Committed);
        Assert.Null(await GetAsync(Key));
    }

    [Fact]
    public async Task Deleting_nothing_without_a_condition_succeeds() =>
        Assert.True((await Table.WriteAsync(new TableWrite.Delete(Key, TableCondition.None), Cancelled)).Committed);

    public static TheoryData<string, string> Conditions { get; } = new MatrixTheoryData<string, string>(
        ["put", "delete", "check"], ["not-exists", "exists", "version"]);

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task A_write_happens_when_its_condition_holds(string kind, string condition)
    {
        var before = Item("BOOKING#1", "METADATA", version: 3);
        if (condition != "not-exists")
            await PutAsync(before);

        var outcome = await Table.WriteAsync(Write(kind, Condition(condition)), Cancelled);

        Assert.True(outcome.Committed);
        Assert.Empty(outcome.Failures);
        var now = await GetAsync(Key);
        if (kind == "put")
            AssertSame(Replacement, now);
        else if (kind == "delete" || condition == "not-exists")
            Assert.Null(now);
        else
            AssertSame(before, now);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task A_write_whose_condition_fails_changes_nothing_and_tells_what_stands_there(string kind, string condition)
    {
        TableItem? before = condition == "exists" ? null : Item("BOOKING#1", "METADATA", version: 9);
        if (before is not null)
            await PutAsync(before);

        var outcome = await Table.WriteAsync(Write(kind, Condition(condition)), Cancelled);

        Assert.False(outcome.Committed);
        var failure = Assert.Single(outcome.Failures);
        Assert.Equal(0, failure.Index);
        var now = await GetAsync(Key);
        if (before is null)
        {
            Assert.Null(failure.Existing);
            Assert.Null(now);
        }
        else
        {
            AssertSame(before, failure.Existing);
            AssertSame(before, now);
        }
    }

    [Theory]
    [InlineData("put")]
    [InlineData("delete")]
    [InlineData("check")]
    public async Task A_version_is_not_matched_by_an_item_that_is_not_there(string kind)
    {
        var outcome = await Table.WriteAsync(Write(kind, TableCondition.VersionIs(1)), Cancelled);

        Assert.Equal([new FailedCondition(0, null)], outcome.Failures);
        Assert.Null(await GetAsync(Key));
    }

    [Fact]
    public async Task Of_64_writers_of_a_new_item_one_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => Task.Run(() =>
            Table.WriteAsync(Item("USER#1", "PROFILE", $$"""{"writer":{{n}}}""").Put(TableCondition.NotExists), Cancelled))));

        var winner = Assert.Single(Enumerable.Range(0, 64), n => outcomes[n].Committed);
        var stored = Item("USER#1", "PROFILE", $$"""{"writer":{{winner}}}""");
        AssertSame(stored, await GetAsync(stored.Key));
        Assert.All(outcomes.Where(outcome => !outcome.Committed), outcome => AssertSame(stored, Assert.Single(outcome.Failures).Existing));
    }

    [Fact]
    public async Task Of_64_writers_of_one_version_one_wins()
    {
        await PutAsync(Item("USER#1", "PROFILE"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => Task.Run(() =>
            Table.WriteAsync(Item("USER#1", "PROFILE", $$"""{"writer":{{n}}}""", 2).Put(TableCondition.VersionIs(1)), Cancelled))));

        var winner = Assert.Single(Enumerable.Range(0, 64), n => outcomes[n].Committed);
        AssertSame(Item("USER#1", "PROFILE", $$"""{"writer":{{winner}}}""", 2), await GetAsync(new TableKey("USER#1", "PROFILE")));
    }

    [Fact]
    public async Task Counting_by_version_loses_no_step_under_contention()
    {
        await PutAsync(Item("COUNTER", "1", """{"n":0}"""));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 10;)
            {
                var item = (await GetAsync(new TableKey("COUNTER", "1")))!;
                var next = Item("COUNTER", "1", $$"""{"n":{{item.Version}}}""", item.Version + 1);
                done += (await Table.WriteAsync(next.Put(TableCondition.VersionIs(item.Version)), Cancelled)).Committed ? 1 : 0;
            }
        })));

        AssertSame(Item("COUNTER", "1", """{"n":80}""", 81), await GetAsync(new TableKey("COUNTER", "1")));
    }

    [Fact]
    public async Task Acknowledged_writes_are_there_after_reopening()
    {
        var kept = Item("BOOKING#1", "METADATA") with { Gsi1 = new IndexKey("STATUS#pending", "1") };
        await PutAsync(kept, Item("BOOKING#2", "METADATA"));
        await Table.WriteAsync(new TableWrite.Delete(new TableKey("BOOKING#2", "METADATA"), TableCondition.Exists), Cancelled);

        await ReopenAsync();

        AssertSame(kept, await GetAsync(kept.Key));
        Assert.Null(await GetAsync(new TableKey("BOOKING#2", "METADATA")));
        AssertSame([kept], await AllAsync(new TableQuery(TableIndex.Gsi1, "STATUS#pending")));
    }

    private static TableItem Replacement { get; } = Item("BOOKING#1", "METADATA", """{"new":true}""", 4);

    private static TableWrite Write(string kind, TableCondition condition) => kind switch
    {
        "put" => Replacement.Put(condition),
        "delete" => new TableWrite.Delete(Key, condition),
        _ => new TableWrite.Check(Key, condition),
    };

    private static TableCondition Condition(string name) => name switch
    {
        "not-exists" => TableCondition.NotExists,
        "exists" => TableCondition.Exists,
        _ => TableCondition.VersionIs(3),
    };
}
