using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;
using Nots.Storage.Transfer;

namespace Nots.Storage.DynamoDb;

/// <summary>
/// Fills a table of DynamoDB with items as they are, every attribute of them. The client tries again by itself; what it gives up on,
/// and what DynamoDB refuses, is its exception.
/// </summary>
public sealed class DynamoDbTableLoad(IAmazonDynamoDB client, string table, TimeProvider time) : ITableLoad
{
    /// <summary>How often keys that DynamoDB left unread are asked for again, each time twice as long after.</summary>
    private const int MaxRounds = 10;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        (await client.ScanAsync(new ScanRequest { TableName = table, Limit = 1, ConsistentRead = true }, cancellationToken)).Count is null or 0;

    public async Task<IReadOnlyList<RawItem>> GetAsync(IReadOnlyCollection<TableKey> keys, CancellationToken cancellationToken)
    {
        var items = new List<RawItem>(keys.Count);
        var open = new KeysAndAttributes { Keys = [.. keys.Select(AttributeCodec.Key)], ConsistentRead = true };
        for (var round = 0; open is { Keys.Count: > 0 }; round++)
        {
            if (round == MaxRounds)
                throw new TableUnavailableException($"DynamoDB did not read {open.Keys.Count} items in {MaxRounds} tries: it is short of capacity.", null);
            if (round > 0)
                await Task.Delay(FirstPause * Math.Pow(2, round - 1), time, cancellationToken);
            var read = await client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = new() { [table] = open } }, cancellationToken);
            items.AddRange((read.Responses?.GetValueOrDefault(table) ?? []).Select(item => new RawItem(item)));
            open = read.UnprocessedKeys?.GetValueOrDefault(table);
        }

        return items;
    }

    public async Task<bool> PutAsync(RawItem item, TableCondition condition, CancellationToken cancellationToken)
    {
        try
        {
            await client.PutItemAsync(Put(item, condition), cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private PutItemRequest Put(RawItem item, TableCondition condition)
    {
        var put = new PutItemRequest { TableName = table, Item = item.Attributes };
        switch (condition)
        {
            case TableCondition.Always:
                break;
            case TableCondition.Absent:
                put.ConditionExpression = $"attribute_not_exists({TableDefinition.PartitionKey})";
                break;
            // Another program's item may have no version.
            case TableCondition.AtVersion { Version: 0 }:
                put.ConditionExpression = "attribute_not_exists(Version)";
                break;
            case TableCondition.AtVersion at:
                put.ConditionExpression = "Version = :version";
                put.ExpressionAttributeValues = new() { [":version"] = AttributeCodec.Number(at.Version) };
                break;
            default:
                throw new ArgumentException($"A load has no use for the condition {condition}.", nameof(condition));
        }

        return put;
    }
}
