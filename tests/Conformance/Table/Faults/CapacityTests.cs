using Nots.Storage.DynamoDb;
using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table.Faults;

/// <summary>What each request cost, told to whoever wants to know. DynamoDB Local counts single requests as DynamoDB does.</summary>
public sealed class CapacityTests : FaultTest, ICapacityObserver
{
    private static readonly TableItem Thing = Item("P", "1") with { Gsi1 = new IndexKey("G", "1") };

    private DynamoDbTable Metered => Open(Options, this);

    void ICapacityObserver.Answered(RequestCapacity request) => Capacities.Enqueue(request);

    [Fact]
    public async Task A_write_tells_of_the_table_and_of_each_index()
    {
        await Metered.WriteAsync(Thing.Put(TableCondition.NotExists), Cancelled);

        var told = Assert.Single(Capacities);
        Assert.Equal(("PutItem", 2, 1), (told.Operation, told.Units, told.TableUnits));
        Assert.Equal(new Dictionary<string, double> { ["GSI1"] = 1 }, told.IndexUnits);
    }

    /// <summary>Of one item: of a transaction of several, DynamoDB Local tells what one of them cost, where DynamoDB adds them up.</summary>
    [Fact]
    public async Task A_transaction_costs_twice_as_much()
    {
        await Metered.TransactWriteAsync([Thing.Put()], Cancelled);

        var told = Assert.Single(Capacities);
        Assert.Equal(("TransactWriteItems", 4, 2), (told.Operation, told.Units, told.TableUnits));
        Assert.Equal(new Dictionary<string, double> { ["GSI1"] = 2 }, told.IndexUnits);
    }

    [Fact]
    public async Task Every_operation_tells()
    {
        await Metered.BatchWriteAsync([Thing.Put()], Cancelled);
        await Metered.GetAsync(Thing.Key, Consistency.Strong, Cancelled);
        await Metered.GetAsync(Thing.Key, Consistency.Eventual, Cancelled);
        await Metered.BatchGetAsync([Thing.Key], Consistency.Strong, Cancelled);
        await Metered.TransactGetAsync([Thing.Key], Cancelled);
        await Metered.QueryAsync(new TableQuery(TableIndex.Primary, "P"), Cancelled);
        await Metered.QueryAsync(new TableQuery(TableIndex.Gsi1, "G"), Cancelled);
        await Metered.WriteAsync(new TableWrite.Delete(Thing.Key, TableCondition.None), Cancelled);

        Assert.Equal(
            [("BatchWriteItem", 2), ("GetItem", 1), ("GetItem", 0.5), ("BatchGetItem", 1), ("TransactGetItems", 2), ("Query", 0.5), ("Query", 0.5), ("DeleteItem", 2)],
            Capacities.Select(told => (told.Operation, told.Units ?? 0)));
    }

    [Fact]
    public async Task A_refused_write_tells_that_it_does_not_know()
    {
        await Sound.WriteAsync(Thing.Put(), Cancelled);

        await Metered.WriteAsync(Thing.Put(TableCondition.NotExists), Cancelled);
        await Metered.TransactWriteAsync([Thing.Put(TableCondition.NotExists)], Cancelled);

        Assert.Equal([("PutItem", null), ("TransactWriteItems", null)], Capacities.Select(told => (told.Operation, told.Units)));
    }

    [Fact]
    public async Task Nobody_asks_when_nobody_wants_to_know()
    {
        await Table.WriteAsync(Thing.Put(), Cancelled);
        await Table.QueryAsync(new TableQuery(TableIndex.Primary, "P"), Cancelled);

        Assert.All(Http.Exchanges, exchange => Assert.False(exchange.Body.ContainsKey("ReturnConsumedCapacity")));
    }
}
