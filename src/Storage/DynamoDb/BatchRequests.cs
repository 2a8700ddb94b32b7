using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Nots.Storage.DynamoDb;

/// <summary>One try of what is left of a batch.</summary>
internal sealed class BatchRequests(IAmazonDynamoDB client, string table, CapacityMeter meter)
{
    /// <exception cref="UnprocessedException">Some keys are left.</exception>
    public async Task GetAsync(BatchRead read, RequestTry attempt)
    {
        var answer = await client.BatchGetItemAsync(
            new BatchGetItemRequest { RequestItems = new() { [table] = read.Left }, ReturnConsumedCapacity = meter.Wanted }, attempt.Token);
        meter.Answered("BatchGetItem", [.. answer.ConsumedCapacity ?? []]);
        read.Take(answer.Responses?.GetValueOrDefault(table) ?? [], answer.UnprocessedKeys?.GetValueOrDefault(table));
    }

    /// <returns>How many writes the request had.</returns>
    /// <exception cref="UnprocessedException">Some writes are left.</exception>
    public async Task<int> WriteAsync(BatchWrite write, RequestTry attempt)
    {
        var count = write.Left.Count;
        var answer = await client.BatchWriteItemAsync(
            new BatchWriteItemRequest { RequestItems = new() { [table] = write.Left }, ReturnConsumedCapacity = meter.Wanted }, attempt.Token);
        meter.Answered("BatchWriteItem", [.. answer.ConsumedCapacity ?? []]);
        write.Take(answer.UnprocessedItems?.GetValueOrDefault(table));
        return count;
    }
}
