using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;

namespace Nots.Storage.DynamoDb;

/// <summary>One try of a request that is about one item or one query.</summary>
internal sealed class ItemRequests(IAmazonDynamoDB client, string table, CapacityMeter meter)
{
    public async Task<TableItem?> GetAsync(TableKey key, Consistency consistency, RequestTry attempt)
    {
        var answer = await client.GetItemAsync(
            new GetItemRequest
            {
                TableName = table,
                Key = AttributeCodec.Key(key),
                ConsistentRead = consistency == Consistency.Strong,
                ReturnConsumedCapacity = meter.Wanted,
            },
            attempt.Token);
        meter.Answered("GetItem", answer.ConsumedCapacity);
        return answer.Item is { Count: > 0 } item ? AttributeCodec.ToItem(item) : null;
    }

    public async Task<QueryResponse> QueryAsync(QueryRequest request, RequestTry attempt)
    {
        (request.TableName, request.ReturnConsumedCapacity) = (table, meter.Wanted);
        var answer = await client.QueryAsync(request, attempt.Token);
        meter.Answered("Query", answer.ConsumedCapacity);
        return answer;
    }

    public Task<WriteOutcome> PutAsync(Dictionary<string, AttributeValue> attributes, Condition condition, RequestTry attempt) => WriteAsync(
        "PutItem",
        async () => (await client.PutItemAsync(
            new PutItemRequest
            {
                TableName = table,
                Item = attributes,
                ConditionExpression = condition.Expression,
                ExpressionAttributeNames = condition.Names,
                ExpressionAttributeValues = condition.Values,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                ReturnConsumedCapacity = meter.Wanted,
            },
            attempt.Token)).ConsumedCapacity,
        attempt);

    public Task<WriteOutcome> DeleteAsync(TableKey key, Condition condition, RequestTry attempt) => WriteAsync(
        "DeleteItem",
        async () => (await client.DeleteItemAsync(
            new DeleteItemRequest
            {
                TableName = table,
                Key = AttributeCodec.Key(key),
                ConditionExpression = condition.Expression,
                ExpressionAttributeNames = condition.Names,
                ExpressionAttributeValues = condition.Values,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
                ReturnConsumedCapacity = meter.Wanted,
            },
            attempt.Token)).ConsumedCapacity,
        attempt);

    /// <summary>
    /// A condition that fails when an earlier try may have happened says nothing: what stands there now may be ours, or may have come
    /// after ours. A single write has no token by which DynamoDB would know it again, as a transaction has, which costs twice as much.
    /// </summary>
    /// <exception cref="TableUnavailableException">The condition failed, and an earlier try may have happened.</exception>
    private async Task<WriteOutcome> WriteAsync(string operation, Func<Task<ConsumedCapacity>> send, RequestTry attempt)
    {
        try
        {
            meter.Answered(operation, await send());
            return WriteOutcome.Done;
        }
        catch (ConditionalCheckFailedException failed)
        {
            meter.Refused(operation);
            if (attempt.MayHaveHappened)
                throw new TableUnavailableException("The answer to a conditional write was lost, and its condition does not hold now: it may have happened.", failed);
            return new WriteOutcome([new FailedCondition(0, failed.Item is { Count: > 0 } item ? AttributeCodec.ToItem(item) : null)]);
        }
    }
}
