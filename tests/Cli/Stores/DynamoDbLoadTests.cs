using Nots.Cli.Stores;
using Nots.Cli.Tests.Fakes;
using Nots.Storage.Table;

namespace Nots.Cli.Tests.Stores;

/// <summary>What DynamoDB Local never does: leave keys unread.</summary>
public sealed class DynamoDbLoadTests
{
    private const string Asked = """{"RequestItems":{"table":{"ConsistentRead":true,"Keys":[{"PK":{"S":"P"},"SK":{"S":"1"}},{"PK":{"S":"P"},"SK":{"S":"2"}}]}}}""";
    private const string AskedAgain = """{"RequestItems":{"table":{"ConsistentRead":true,"Keys":[{"PK":{"S":"P"},"SK":{"S":"2"}}]}}}""";
    private const string Half = """{"Responses":{"table":[{"PK":{"S":"P"},"SK":{"S":"1"}}]},"UnprocessedKeys":{"table":{"ConsistentRead":true,"Keys":[{"PK":{"S":"P"},"SK":{"S":"2"}}]}}}""";
    private const string None = """{"Responses":{"table":[]},"UnprocessedKeys":{"table":{"ConsistentRead":true,"Keys":[{"PK":{"S":"P"},"SK":{"S":"2"}}]}}}""";
    private const string Rest = """{"Responses":{"table":[{"PK":{"S":"P"},"SK":{"S":"2"}}]},"UnprocessedKeys":{}}""";

    private static readonly TableKey[] Keys = [new("P", "1"), new("P", "2")];

    private readonly RecordedDynamoDb _dynamoDb = new();

    [Fact]
    public async Task Keys_that_were_left_unread_are_asked_for_again()
    {
        _dynamoDb.Then("BatchGetItem", Asked, Half).Then("BatchGetItem", AskedAgain, Rest);

        var found = await GetAsync();

        Assert.Equal(Keys, found);
        _dynamoDb.AssertAllAsked();
    }

    [Fact]
    public async Task Keys_that_stay_unread_are_a_table_that_is_unavailable()
    {
        _dynamoDb.Then("BatchGetItem", Asked, Half);
        for (var round = 1; round < 10; round++)
            _dynamoDb.Then("BatchGetItem", AskedAgain, None);

        var fault = await Assert.ThrowsAsync<TableUnavailableException>(GetAsync);

        Assert.Equal((ExitCode.Unreachable, true), (StoreFaults.Explain(fault)!.Value.ExitCode, fault.Message.Contains("short of capacity", StringComparison.Ordinal)));
        _dynamoDb.AssertAllAsked();
    }

    private async Task<IEnumerable<TableKey>> GetAsync()
    {
        await using var load = await new OpenStores(new InstantTime(), _dynamoDb)
            .ToFillAsync(new DynamoDbAddress("table", "eu-west-2", new Uri("http://127.0.0.1:1")), TestContext.Current.CancellationToken);
        return (await load.GetAsync(Keys, TestContext.Current.CancellationToken)).Select(item => item.Key);
    }
}
