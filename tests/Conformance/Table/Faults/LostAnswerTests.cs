using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table.Faults;

/// <summary>A write was carried out and its answer lost: what the next try makes of it.</summary>
public sealed class LostAnswerTests : FaultTest
{
    private static readonly TableItem Thing = Item("P", "1");

    [Fact]
    public async Task A_transaction_whose_answer_was_lost_is_known_again_and_happened_once()
    {
        await Sound.WriteAsync(Item("P", "2", version: 4).Put(), Cancelled);
        Http.Next(Faults.LostAnswer, Faults.InProgress);

        var outcome = await Table.TransactWriteAsync(
            [Thing.Put(TableCondition.NotExists), Item("P", "2", """{"b":2}""", 5).Put(TableCondition.VersionIs(4))], Cancelled);

        Assert.True(outcome.Committed);
        Assert.Equal(3, Http.Exchanges.Count);
        Assert.Single(Http.Exchanges.Select(exchange => (string)exchange.Body["ClientRequestToken"]!).Distinct());
        AssertSame(Thing, await StoredAsync(Thing));
    }

    [Fact]
    public async Task Two_transactions_are_two_though_they_are_alike()
    {
        TableWrite[] writes = [Thing.Put(TableCondition.NotExists), Item("P", "2").Put()];

        Assert.True((await Table.TransactWriteAsync(writes, Cancelled)).Committed);
        Assert.False((await Table.TransactWriteAsync(writes, Cancelled)).Committed);
    }

    [Fact]
    public async Task A_write_that_did_not_arrive_happens_when_it_is_tried_again()
    {
        Http.Next(Faults.Reset);

        Assert.True((await Table.WriteAsync(Thing.Put(TableCondition.NotExists), Cancelled)).Committed);

        AssertSame(Thing, await StoredAsync(Thing));
    }

    public static TheoryData<string> Conditional { get; } = new("put new", "put next", "delete");

    [Theory]
    [MemberData(nameof(Conditional))]
    public async Task A_conditional_write_that_meets_its_own_success_is_not_called_refused(string kind)
    {
        if (kind != "put new")
            await Sound.WriteAsync(Thing.Put(), Cancelled);
        Http.Next(Faults.LostAnswer);

        var fault = await Assert.ThrowsAsync<TableUnavailableException>(() => Table.WriteAsync(Write(kind), Cancelled));

        Assert.Contains("may have happened", fault.Message, StringComparison.Ordinal);
        var stored = await StoredAsync(Thing);
        if (kind == "delete")
            Assert.Null(stored);
        else
            AssertSame(((TableWrite.Put)Write(kind)).Item, stored);
    }

    [Fact]
    public async Task Nor_is_one_that_meets_what_came_after_its_success()
    {
        Http.Next(Faults.LostAnswer, Faults.After(() => Sound.WriteAsync(Item("P", "1", """{"other":1}""", 2).Put(TableCondition.VersionIs(1)), Cancelled)));

        await Assert.ThrowsAsync<TableUnavailableException>(() => Table.WriteAsync(Thing.Put(TableCondition.NotExists), Cancelled));
    }

    [Fact]
    public async Task A_condition_that_fails_after_faults_that_cannot_have_written_is_an_outcome()
    {
        await Sound.WriteAsync(Thing.Put(), Cancelled);
        Http.Next(Faults.Throttled, Faults.InConflict, Faults.NotConnected);

        var outcome = await Table.WriteAsync(Item("P", "1").Put(TableCondition.NotExists), Cancelled);

        AssertSame(Thing, Assert.Single(outcome.Failures).Existing);
    }

    [Fact]
    public async Task A_write_without_a_condition_is_simply_done_again()
    {
        Http.Next(Faults.LostAnswer);
        Assert.True((await Table.WriteAsync(Thing.Put(), Cancelled)).Committed);
        Http.Next(Faults.LostAnswer);
        Assert.True((await Table.WriteAsync(new TableWrite.Delete(Thing.Key, TableCondition.None), Cancelled)).Committed);

        Assert.Null(await StoredAsync(Thing));
    }

    [Fact]
    public async Task A_check_changes_nothing_and_tells_what_holds()
    {
        await Sound.WriteAsync(Thing.Put(), Cancelled);
        Http.Next(Faults.LostAnswer);

        var outcome = await Table.WriteAsync(new TableWrite.Check(Thing.Key, TableCondition.VersionIs(2)), Cancelled);

        AssertSame(Thing, Assert.Single(outcome.Failures).Existing);
    }

    [Fact]
    public async Task A_batch_whose_answer_was_lost_is_done_again()
    {
        TableItem[] items = [.. Enumerable.Range(0, 30).Select(n => Item("P", $"{n:D2}"))];
        Http.Next(Faults.LostAnswer, Faults.InternalError);

        await Table.BatchWriteAsync([.. items.Select(item => item.Put())], Cancelled);

        AssertSame(items, (await Sound.QueryAsync(new TableQuery(TableIndex.Primary, "P"), Cancelled)).Items);
    }

    private static TableWrite Write(string kind) => kind switch
    {
        "put new" => Thing.Put(TableCondition.NotExists),
        "put next" => Item("P", "1", """{"b":2}""", 2).Put(TableCondition.VersionIs(1)),
        _ => new TableWrite.Delete(Thing.Key, TableCondition.Exists),
    };
}
