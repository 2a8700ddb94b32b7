using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.DynamoDb;

namespace Nots.Cli.Tables;

/// <summary>Compares a table with the design.</summary>
internal static class TableCheck
{
    /// <summary>What is different, a sentence each; empty when nothing is.</summary>
    /// <param name="state">The table.</param>
    /// <param name="isProtected">Whether it must be protected from deletion, as production is.</param>
    public static IReadOnlyList<string> Differences(TableState state, bool isProtected)
    {
        var design = TableDefinition.Create(state.Table.TableName, isProtected);
        return
        [
            .. OfTable(state.Table, design), .. OfIndexes(state.Table, design), .. OfStream(state.Table, design),
            .. OfTimeToLive(state.TimeToLive), .. OfProtection(state.Table, design),
            .. state.IsEmulated ? [] : OfEncryption(state.Table).Concat(OfRecovery(state.Recovery!)),
        ];
    }

    /// <summary>What the endpoint does not tell; empty at Amazon's.</summary>
    public static IReadOnlyList<string> NotChecked(TableState state) =>
        state.IsEmulated ? ["point-in-time recovery and encryption: this endpoint is not Amazon's and has neither"] : [];

    private static IEnumerable<string> OfTable(TableDescription table, CreateTableRequest design)
    {
        if (table.TableStatus != TableStatus.ACTIVE)
            yield return $"the table is {table.TableStatus}, not ACTIVE";
        if (Schema(table, table.KeySchema) is var keys && keys != Schema(design, design.KeySchema))
            yield return $"the key is {keys}, the design has {Schema(design, design.KeySchema)}: it cannot be changed, only copied to a new table (nots data copy)";
        var billing = table.BillingModeSummary?.BillingMode ?? BillingMode.PROVISIONED;
        if (billing != design.BillingMode)
            yield return $"the billing mode is {billing}, the design has {design.BillingMode}";
    }

    private static IEnumerable<string> OfIndexes(TableDescription table, CreateTableRequest design)
    {
        var found = (table.GlobalSecondaryIndexes ?? []).ToDictionary(index => index.IndexName);
        foreach (var wanted in design.GlobalSecondaryIndexes)
        {
            if (!found.Remove(wanted.IndexName, out var index))
                yield return $"the index {wanted.IndexName} is missing: nots table add-index --store dynamodb:{table.TableName} --index {wanted.IndexName}";
            else if (OfIndex(table, index, design, wanted) is { } difference)
                yield return difference;
        }

        foreach (var more in found.Keys.Order(StringComparer.Ordinal))
            yield return $"the index {more} is not in the design: it costs with every write";
        foreach (var local in table.LocalSecondaryIndexes ?? [])
            yield return $"the local index {local.IndexName} is not in the design";
    }

    /// <summary>What makes an index another than the design's; null when nothing does.</summary>
    public static string? OfIndex(TableDescription table, GlobalSecondaryIndexDescription index, CreateTableRequest design, GlobalSecondaryIndex wanted)
    {
        if (Schema(table, index.KeySchema) is var keys && keys != Schema(design, wanted.KeySchema))
            return $"the index {index.IndexName} has the key {keys}, the design has {Schema(design, wanted.KeySchema)}";
        if (index.Projection?.ProjectionType != wanted.Projection.ProjectionType)
            return $"the index {index.IndexName} projects {index.Projection?.ProjectionType}, the design has {wanted.Projection.ProjectionType}";
        return index.IndexStatus == IndexStatus.ACTIVE ? null : $"the index {index.IndexName} is {index.IndexStatus}, not ACTIVE";
    }

    private static IEnumerable<string> OfStream(TableDescription table, CreateTableRequest design)
    {
        if (table.StreamSpecification is not { StreamEnabled: true } stream)
            yield return $"the stream is off, the design has {design.StreamSpecification.StreamViewType}";
        else if (stream.StreamViewType != design.StreamSpecification.StreamViewType)
            yield return $"the stream has {stream.StreamViewType}, the design has {design.StreamSpecification.StreamViewType}";
    }

    private static IEnumerable<string> OfTimeToLive(TimeToLiveDescription? expiry)
    {
        if (expiry?.TimeToLiveStatus is not { } status || (status != TimeToLiveStatus.ENABLED && status != TimeToLiveStatus.ENABLING))
            yield return $"time-to-live is off, the design has it on {TableDefinition.TimeToLiveAttribute}";
        else if (expiry.AttributeName != TableDefinition.TimeToLiveAttribute)
            yield return $"time-to-live is on {expiry.AttributeName}, the design has it on {TableDefinition.TimeToLiveAttribute}";
    }

    private static IEnumerable<string> OfProtection(TableDescription table, CreateTableRequest design)
    {
        if (design.DeletionProtectionEnabled == true && table.DeletionProtectionEnabled != true)
            yield return "deletion protection is off, production has it on";
    }

    private static IEnumerable<string> OfEncryption(TableDescription table)
    {
        if (table.SSEDescription?.Status != SSEStatus.ENABLED)
            yield return "encryption is with a key that DynamoDB owns, the design has one of KMS";
    }

    private static IEnumerable<string> OfRecovery(ContinuousBackupsDescription recovery)
    {
        if (recovery.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus != PointInTimeRecoveryStatus.ENABLED)
            yield return "point-in-time recovery is off, the design has it on";
    }

    private static string Schema(TableDescription table, List<KeySchemaElement> keys) => Schema(keys, table.AttributeDefinitions);

    private static string Schema(CreateTableRequest design, List<KeySchemaElement> keys) => Schema(keys, design.AttributeDefinitions);

    /// <summary>Such as <c>PK (S), SK (S)</c>.</summary>
    private static string Schema(List<KeySchemaElement> keys, List<AttributeDefinition> attributes) => string.Join(", ", keys
        .OrderBy(key => key.KeyType == KeyType.HASH ? 0 : 1)
        .Select(key => $"{key.AttributeName} ({attributes.SingleOrDefault(attribute => attribute.AttributeName == key.AttributeName)?.AttributeType})"));
}
