using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.DynamoDb;

namespace Nots.LocalHost.Tests.Crash;

/// <summary>Reads the whole of a table in DynamoDB Local, which the platform itself never does.</summary>
internal sealed class DynamoDbContents(IAmazonDynamoDB client, string table) : TableContents
{
    protected override async Task<IReadOnlyList<(string Key, string Sort, JsonElement Data)>> ReadAsync(string entityType)
    {
        var items = new List<(string, string, JsonElement)>();
        var request = new ScanRequest { TableName = table, FilterExpression = "EntityType = :type", ExpressionAttributeValues = new() { [":type"] = new(entityType) }, ConsistentRead = true };
        do
        {
            var page = await client.ScanAsync(request);
            items.AddRange(page.Items.Select(AttributeCodec.ToItem)
                .Select(item => (item.Key.PartitionKey, item.Key.SortKey, JsonSerializer.Deserialize<JsonElement>(item.Data.Span))));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return items;
    }
}
