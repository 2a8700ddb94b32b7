using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.DynamoDb.Bench;

/// <summary>
/// The peer: the same requests, byte for byte but for their ids, through the SDK alone. What is written was put into the SDK's own
/// form beforehand, and what is read is left in it.
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
            New(new(_event) { ["PK"] = new AttributeValue($"BOOKING#{id}") }),
            New(new(_outbox) { ["SK"] = new AttributeValue($"1797085800000#{id}") }),
        ],
    });

    private static AttributeValue Now() => new() { N = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}" };

    private static (string Expression, Dictionary<string, string> Names, Dictionary<string, AttributeValue> Values) NotExists() =>
        ("attribute_not_exists(#key) OR #ttl < :now", new() { ["#key"] = "PK", ["#ttl"] = "TTL" }, new() { [":now"] = Now() });

    private Dictionary<string, AttributeValue> Booking(string id) => new(_booking)
    {
        ["PK"] = new AttributeValue($"BOOKING#{id}"),
        ["GSI2PK"] = new AttributeValue($"USER#{id}"),
        ["GSI2SK"] = new AttributeValue($"BOOKING#{id}"),
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
