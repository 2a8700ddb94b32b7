using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Application.Common;
using Nots.Storage.Table;

namespace Nots.Storage.DynamoDb;

/// <summary>One try of a transaction.</summary>
internal sealed class TransactionRequests(IAmazonDynamoDB client, string table, CapacityMeter meter, IIdSource ids)
{
    private const string ConditionFailed = "ConditionalCheckFailed";

    public async Task<IEnumerable<TableItem?>> GetAsync(TableKey[] keys, RequestTry attempt)
    {
        var answer = await client.TransactGetItemsAsync(
            new TransactGetItemsRequest
            {
                TransactItems = [.. keys.Select(key => new TransactGetItem { Get = new Get { TableName = table, Key = AttributeCodec.Key(key) } })],
                ReturnConsumedCapacity = meter.Wanted,
            },
            attempt.Token);
        meter.Answered("TransactGetItems", [.. answer.ConsumedCapacity ?? []]);
        return answer.Responses.Select(response => ItemOf(response.Item));
    }

    /// <summary>
    /// A transaction, to be tried as often as need be: its token makes DynamoDB carry it out once, and answer another try as it did
    /// the first. Null when there is nothing to do: checks of nothing are left out, for DynamoDB has none.
    /// </summary>
    /// <param name="writes">Its writes.</param>
    /// <param name="encoded">Their items.</param>
    /// <param name="now">Epoch seconds.</param>
    public Transaction? Begin(IReadOnlyList<TableWrite> writes, Encoded encoded, long now)
    {
        int[] indexes = [.. Enumerable.Range(0, writes.Count).Where(index => writes[index] is not TableWrite.Check { Condition: TableCondition.Always })];
        return indexes.Length == 0
            ? null
            : new Transaction(
                new TransactWriteItemsRequest
                {
                    TransactItems = [.. indexes.Select(index => ToRequest(writes[index], encoded, Condition.Of(writes[index].Condition, now)))],
                    ClientRequestToken = ids.New("tx"),
                    ReturnConsumedCapacity = meter.Wanted,
                },
                indexes);
    }

    public async Task<WriteOutcome> WriteAsync(Transaction transaction, RequestTry attempt)
    {
        try
        {
            var answer = await client.TransactWriteItemsAsync(transaction.Request, attempt.Token);
            meter.Answered("TransactWriteItems", [.. answer.ConsumedCapacity ?? []]);
            return WriteOutcome.Done;
        }
        catch (TransactionCanceledException cancelled) when (IsRefusal(cancelled.CancellationReasons))
        {
            meter.Refused("TransactWriteItems");
            return new WriteOutcome(
            [
                .. cancelled.CancellationReasons.Index()
                    .Where(reason => reason.Item.Code == ConditionFailed)
                    .Select(reason => new FailedCondition(transaction.Indexes[reason.Index], ItemOf(reason.Item.Item))),
            ]);
        }
    }

    /// <summary>Conditions failed, and nothing else stood in the way: each that failed is named.</summary>
    private static bool IsRefusal(List<CancellationReason>? reasons) =>
        reasons is not null && reasons.Any(reason => reason.Code == ConditionFailed) && reasons.All(reason => reason.Code is ConditionFailed or "None");

    private static TableItem? ItemOf(Dictionary<string, AttributeValue>? attributes) => attributes is { Count: > 0 } ? AttributeCodec.ToItem(attributes) : null;

    private TransactWriteItem ToRequest(TableWrite write, Encoded encoded, Condition condition) => write switch
    {
        TableWrite.Put put => new TransactWriteItem
        {
            Put = new Put
            {
                TableName = table,
                Item = encoded.Of(put.Item),
                ConditionExpression = condition.Expression,
                ExpressionAttributeNames = condition.Names,
                ExpressionAttributeValues = condition.Values,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            },
        },
        TableWrite.Delete => new TransactWriteItem
        {
            Delete = new Delete
            {
                TableName = table,
                Key = AttributeCodec.Key(write.Key),
                ConditionExpression = condition.Expression,
                ExpressionAttributeNames = condition.Names,
                ExpressionAttributeValues = condition.Values,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            },
        },
        TableWrite.Check => new TransactWriteItem
        {
            ConditionCheck = new ConditionCheck
            {
                TableName = table,
                Key = AttributeCodec.Key(write.Key),
                ConditionExpression = condition.Expression,
                ExpressionAttributeNames = condition.Names,
                ExpressionAttributeValues = condition.Values,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            },
        },
        _ => throw new InvalidOperationException($"Unknown write {write}."),
    };
}
