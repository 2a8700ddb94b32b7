using Amazon.DynamoDBv2.Model;

namespace Nots.Cli.Tables;

/// <summary>All that DynamoDB tells of a table.</summary>
/// <param name="Table">Keys, indexes, billing, stream, encryption, deletion protection.</param>
/// <param name="TimeToLive">Whether and by what attribute items expire.</param>
/// <param name="Recovery">Point-in-time recovery; null where the endpoint does not know it (DynamoDB Local).</param>
internal sealed record TableState(TableDescription Table, TimeToLiveDescription TimeToLive, ContinuousBackupsDescription? Recovery)
{
    /// <summary>DynamoDB Local keeps neither backups nor keys, so there is nothing to compare.</summary>
    public bool IsEmulated => Recovery is null;
}
