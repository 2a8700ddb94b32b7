using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;
using Nots.Storage.Transfer;

namespace Nots.Storage.DynamoDb;

/// <summary>
/// Reads a whole table by DynamoDB's parallel scan, strongly consistent: what was written before it began is read. The client tries
/// again by itself; what it gives up on, and what DynamoDB refuses, is its exception.
/// </summary>
public sealed class DynamoDbTableScan(IAmazonDynamoDB client, string table) : ITableScan
{
    public async Task<ScanPlan> PlanAsync(int segments, CancellationToken cancellationToken)
    {
        var described = await client.DescribeTableAsync(new DescribeTableRequest { TableName = table }, cancellationToken);
        return new ScanPlan([.. Enumerable.Range(0, segments).Select(segment => new ScanSegment(segment, segments))], described.Table.ItemCount ?? 0);
    }

    public async Task<ScanPage> ScanAsync(ScanSegment segment, TableKey? after, CancellationToken cancellationToken)
    {
        var page = await client.ScanAsync(
            new ScanRequest
            {
                TableName = table,
                Segment = segment.Number,
                TotalSegments = segment.Of,
                ConsistentRead = true,
                ExclusiveStartKey = after is { } key ? AttributeCodec.Key(key) : null,
            },
            cancellationToken);
        var next = page.LastEvaluatedKey is { Count: > 0 } last ? new RawItem(last).Key : (TableKey?)null;
        return new ScanPage([.. (page.Items ?? []).Select(item => new RawItem(item))], next);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
