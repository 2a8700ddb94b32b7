using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table.Faults;

/// <summary>What is tried again, how often, and what is not.</summary>
public sealed class RetryTests : FaultTest
{
    private static readonly TableItem Thing = Item("P", "1");

    public static TheoryData<string> Passing { get; } = new(
        nameof(Faults.Throttled), nameof(Faults.OverProvisioned), nameof(Faults.TooManyRequests), nameof(Faults.InConflict), nameof(Faults.InternalError),
        nameof(Faults.Unavailable), nameof(Faults.BadGateway), nameof(Faults.Reset), nameof(Faults.NotConnected), nameof(Faults.CutOff), nameof(Faults.Garbled));

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_read_goes_well_when_the_fault_passes(string fault)
    {
        await Sound.WriteAsync(Thing.Put(), Cancelled);
        Http.Next(Of(fault), Of(fault));

        AssertSame(Thing, await Table.GetAsync(Thing.Key, Consistency.Strong, Cancelled));

        Assert.Equal(["GetItem", "GetItem", "GetItem"], Operations);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Every_operation_goes_well_when_the_fault_passes(string fault)
    {
        var other = Item("P", "2");
        Http.Next(Of(fault));
        Assert.True((await Table.WriteAsync(Thing.Put(), Cancelled)).Committed);
        Http.Next(Of(fault));
        Assert.True((await Table.TransactWriteAsync([other.Put(), new TableWrite.Check(Thing.Key, TableCondition.Exists)], Cancelled)).Committed);
        Http.Next(Of(fault));
        await Table.BatchWriteAsync([Item("P", "3").Put()], Cancelled);
        Http.Next(Of(fault));
        Assert.Equal(3, (await Table.QueryAsync(new TableQuery(TableIndex.Primary, "P"), Cancelled)).Items.Count);
        Http.Next(Of(fault));
        Assert.Equal(2, (await Table.BatchGetAsync([Thing.Key, other.Key], Consistency.Strong, Cancelled)).Count);
        Http.Next(Of(fault));
        Assert.Equal([Thing.Key, other.Key], (await Table.TransactGetAsync([Thing.Key, other.Key], Cancelled)).Select(item => item!.Key));
        Http.Next(Of(fault));
        Assert.True((await Table.WriteAsync(new TableWrite.Delete(Thing.Key, TableCondition.None), Cancelled)).Committed);

        Assert.Equal(14, Http.Exchanges.Count);
        Assert.Null(await StoredAsync(Thing));
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_fault_that_stays_makes_the_table_unavailable_after_so_many_tries(string fault)
    {
        Http.Always = Of(fault);

        await Assert.ThrowsAsync<TableUnavailableException>(() => Table.WriteAsync(Thing.Put(), Cancelled));

        // The SDK does not try again on its own account.
        Assert.Equal(Enumerable.Repeat("PutItem", Attempts), Operations);
    }

    [Fact]
    public async Task What_will_never_go_well_is_not_tried_again()
    {
        Http.Next(Faults.Forbidden);

        await Assert.ThrowsAsync<TableUnavailableException>(() => Table.GetAsync(Thing.Key, Consistency.Strong, Cancelled));

        Assert.Single(Operations);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_unavailable_at_once()
    {
        var table = Open(Options with { TableName = "no-such-table" });

        var refused = await Assert.ThrowsAsync<TableUnavailableException>(() => table.WriteAsync(Thing.Put(), Cancelled));

        Assert.Single(Operations);
        Assert.DoesNotContain("may have happened", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TransactionConflict")]
    [InlineData("ProvisionedThroughputExceeded")]
    [InlineData("ThrottlingError")]
    public async Task A_transaction_in_conflict_is_tried_again(string reason)
    {
        Http.Next(Faults.Cancelled("None", reason), Faults.Cancelled(reason, "None"));

        var outcome = await Table.TransactWriteAsync([Thing.Put(TableCondition.NotExists), Item("P", "2").Put()], Cancelled);

        Assert.True(outcome.Committed);
        Assert.Equal(3, Http.Exchanges.Count);
        AssertSame(Thing, await StoredAsync(Thing));
    }

    [Fact]
    public async Task A_transactional_read_in_conflict_is_tried_again()
    {
        await Sound.WriteAsync(Thing.Put(), Cancelled);
        Http.Next(Faults.Cancelled("TransactionConflict"));

        AssertSame(Thing, Assert.Single(await Table.TransactGetAsync([Thing.Key], Cancelled)));
    }

    [Fact]
    public async Task A_condition_that_failed_beside_a_conflict_is_told_with_all_others_that_fail()
    {
        await Sound.BatchWriteAsync([Thing.Put(), Item("P", "2").Put()], Cancelled);
        // The part in conflict was not looked at.
        Http.Next(Faults.Cancelled("ConditionalCheckFailed", "TransactionConflict"));

        var outcome = await Table.TransactWriteAsync([Thing.Put(TableCondition.NotExists), Item("P", "2").Put(TableCondition.NotExists)], Cancelled);

        Assert.Equal([0, 1], outcome.Failures.Select(failure => failure.Index));
        AssertSame(Thing, outcome.Failures[0].Existing);
    }

    [Fact]
    public async Task What_DynamoDB_finds_wrong_in_a_transaction_is_an_argument()
    {
        Http.Next(Faults.Cancelled("ValidationError", "None"));

        await Assert.ThrowsAsync<ArgumentException>(() => Table.TransactWriteAsync([Thing.Put(), Item("P", "2").Put()], Cancelled));

        Assert.Single(Operations);
    }

    private static Fault Of(string name) => (Fault)typeof(Faults).GetProperty(name)!.GetValue(null)!;
}
