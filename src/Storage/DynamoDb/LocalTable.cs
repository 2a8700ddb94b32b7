using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Nots.Storage.DynamoDb;

/// <summary>The table on DynamoDB Local, where whoever runs it makes it; in the cloud that is a deliberate step (the runbook).</summary>
public static class LocalTable
{
    /// <summary>Creates the table unless it is there; finishes what was interrupted.</summary>
    /// <returns>Whether it was created.</returns>
    public static async Task<bool> CreateIfMissingAsync(IAmazonDynamoDB client, string table, CancellationToken cancellationToken)
    {
        // DynamoDB Local has a new table at once, and knows no point-in-time recovery.
        var created = await CreateAsync(client, table, cancellationToken);
        var expiry = await client.DescribeTimeToLiveAsync(new DescribeTimeToLiveRequest { TableName = table }, cancellationToken);
        if (expiry.TimeToLiveDescription?.TimeToLiveStatus != TimeToLiveStatus.ENABLED)
            await client.UpdateTimeToLiveAsync(TableDefinition.TimeToLive(table), cancellationToken);
        return created;
    }

    private static async Task<bool> CreateAsync(IAmazonDynamoDB client, string table, CancellationToken cancellationToken)
    {
        try
        {
            await client.CreateTableAsync(TableDefinition.Create(table, deletionProtection: false), cancellationToken);
            return true;
        }
        catch (ResourceInUseException)
        {
            return false;
        }
    }
}
