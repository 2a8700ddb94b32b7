using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.DynamoDb.Bench;

/// <summary>
/// The peer: the same requests, byte for byte but for their ids, through the SDK alone. What is written is made in the SDK's own form for
/// each call, as by a program that has nothing else, and what is read is left in it.
/// </summary>
internal sealed class BareCalls(IAmazonDynamoDB client, string table) : ICalls
{
    private readonly Dictionary<string, AttributeValue> _booking = AttributeCodec.ToAttributes(Samples.Booking("x"));
    private readonly Dictionary<string, AttributeValue> _event = AttributeCodec.ToAttributes(Samples.Event("x"));
    private readonly Dictionary<string, AttributeValue> _outbox = AttributeCodec.ToAttributes(Samples.Outbox("x"));

    public async Task GetAsync(int n)
    {
        var answer = await client.GetItemAsync(new GetItemRequest
        {
            TableName = table,
            Key = new() { ["PK"] = new AttributeValue($"BOOKING#{n % Samples.Bookings}"), ["SK"] = new AttributeValue("METADATA") },
            ConsistentRead = true,
        });
        if (answer.Item is not { Count: > 0 })
            throw new InvalidOperationException("The booking is not there.");
    }

    public async Task QueryAsync()
    {
        var answer = await client.QueryAsync(new QueryRequest
        {
            TableName = table,
            IndexName = TableDefinition.NameOf(TableIndex.Gsi1),
            KeyConditionExpression = "#pk = :pk",
            FilterExpression = "(attribute_not_exists(#ttl) OR #ttl >= :now)",
            ExpressionAttributeNames = new() { ["#pk"] = "GSI1PK", ["#ttl"] = "TTL" },
            ExpressionAttributeValues = new() { [":pk"] = new AttributeValue(Samples.Pending), [":now"] = Now() },
            ScanIndexForward = true,
            ConsistentRead = false,
            Limit = Samples.PageSize,
        });
        if (answer.Items.Count != Samples.PageSize)
            throw new InvalidOperationException("The page is not full.");
    }

    public Task PutAsync(string id)
    {
        var (expression, names, values) = NotExists();
        return client.PutItemAsync(new PutItemRequest
        {
            TableName = table,
            Item = Booking(id),
            ConditionExpression = expression,
            ExpressionAttributeNames = names,
            ExpressionAttributeValues = values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        });
    }

    public Task TransactAsync(string id) => client.TransactWriteItemsAsync(new TransactWriteItemsRequest
    {
        ClientRequestToken = $"tx_{id}",
        TransactItems =
        [
            New(Booking(id)),
            New(With(Copy(_event), ("PK", $"BOOKING#{id}"))),
            New(With(Copy(_outbox), ("SK", $"1797085800000#{id}"))),
        ],
    });

    private static AttributeValue Now() => new() { N = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}" };

    private static (string Expression, Dictionary<string, string> Names, Dictionary<string, AttributeValue> Values) NotExists() =>
        ("attribute_not_exists(#key) OR #ttl < :now", new() { ["#key"] = "PK", ["#ttl"] = "TTL" }, new() { [":now"] = Now() });

    private Dictionary<string, AttributeValue> Booking(string id) =>
        With(Copy(_booking), ("PK", $"BOOKING#{id}"), ("GSI2PK", $"USER#{id}"), ("GSI2SK", $"BOOKING#{id}"));

    private static Dictionary<string, AttributeValue> With(
        Dictionary<string, AttributeValue> item, params ReadOnlySpan<(string Name, string Text)> keys)
    {
        foreach (var (name, text) in keys)
            item[name] = new AttributeValue { S = text };
        return item;
    }

    private static Dictionary<string, AttributeValue> Copy(Dictionary<string, AttributeValue> map)
    {
        var copy = new Dictionary<string, AttributeValue>(map.Count);
        foreach (var (name, value) in map)
            copy[name] = Copy(value);
        return copy;
    }

    private static AttributeValue Copy(AttributeValue value) => value switch
    {
        { S: { } text } => new AttributeValue { S = text },
        { N: { } number } => new AttributeValue { N = number },
        { BOOL: { } yes } => new AttributeValue { BOOL = yes },
        { M: { } map } => new AttributeValue { M = Copy(map) },
        { L: { } list } => new AttributeValue { L = [.. list.Select(Copy)] },
        _ => new AttributeValue { NULL = true },
    };

    private TransactWriteItem New(Dictionary<string, AttributeValue> item)
    {
        var (expression, names, values) = NotExists();
        return new TransactWriteItem
        {
            Put = new Put
            {
                TableName = table,
                Item = item,
                ConditionExpression = expression,
                ExpressionAttributeNames = names,
                ExpressionAttributeValues = values,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            },
        };
    }
}
