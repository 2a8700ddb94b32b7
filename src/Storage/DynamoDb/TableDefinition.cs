using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;

namespace Nots.Storage.DynamoDb;

/// <summary>
/// The single table in DynamoDB's terms: string keys <c>PK</c> and <c>SK</c>, three global secondary indexes with everything in them,
/// billing by request, a stream of new and old images, encryption, time-to-live and point-in-time recovery. Data written by other
/// programs has this shape, so the names are fixed.
/// </summary>
public static class TableDefinition
{
    public const string PartitionKey = "PK";

    public const string SortKey = "SK";

    /// <summary>Epoch seconds after which DynamoDB deletes the item, some time.</summary>
    public const string TimeToLiveAttribute = "TTL";

    /// <summary>The three secondary indexes, in order.</summary>
    public static IReadOnlyList<TableIndex> Indexes { get; } = [TableIndex.Gsi1, TableIndex.Gsi2, TableIndex.Gsi3];

    /// <summary>How DynamoDB knows an index: <c>GSI1</c> to <c>GSI3</c>; null for the table itself.</summary>
    public static string? NameOf(TableIndex index) => index == TableIndex.Primary ? null : $"GSI{(int)index}";

    public static string PartitionKeyOf(TableIndex index) => NameOf(index) + PartitionKey;

    public static string SortKeyOf(TableIndex index) => NameOf(index) + SortKey;

    /// <param name="table">The table's name.</param>
    /// <param name="deletionProtection">Whether deleting the table is refused until this is switched off: in production.</param>
    public static CreateTableRequest Create(string table, bool deletionProtection) => new()
    {
        TableName = table,
        KeySchema = KeySchema(TableIndex.Primary),
        AttributeDefinitions = [.. Indexes.Prepend(TableIndex.Primary).SelectMany(Attributes)],
        GlobalSecondaryIndexes = [.. Indexes.Select(Index)],
        BillingMode = BillingMode.PAY_PER_REQUEST,
        StreamSpecification = new StreamSpecification { StreamEnabled = true, StreamViewType = StreamViewType.NEW_AND_OLD_IMAGES },
        // With AWS's own key for DynamoDB (aws/dynamodb), kept in KMS.
        SSESpecification = new SSESpecification { Enabled = true, SSEType = SSEType.KMS },
        DeletionProtectionEnabled = deletionProtection,
    };

    public static GlobalSecondaryIndex Index(TableIndex index) => new()
    {
        IndexName = NameOf(index),
        KeySchema = KeySchema(index),
        Projection = new Projection { ProjectionType = ProjectionType.ALL },
    };

    public static UpdateTimeToLiveRequest TimeToLive(string table) => new()
    {
        TableName = table,
        TimeToLiveSpecification = new TimeToLiveSpecification { AttributeName = TimeToLiveAttribute, Enabled = true },
    };

    public static UpdateContinuousBackupsRequest PointInTimeRecovery(string table) => new()
    {
        TableName = table,
        PointInTimeRecoverySpecification = new PointInTimeRecoverySpecification { PointInTimeRecoveryEnabled = true },
    };

    /// <summary>The key attributes of the table or of an index; all keys are strings.</summary>
    public static IReadOnlyList<AttributeDefinition> Attributes(TableIndex index) =>
    [
        new AttributeDefinition(PartitionKeyOf(index), ScalarAttributeType.S),
        new AttributeDefinition(SortKeyOf(index), ScalarAttributeType.S),
    ];

    private static List<KeySchemaElement> KeySchema(TableIndex index) =>
    [
        new KeySchemaElement(PartitionKeyOf(index), KeyType.HASH),
        new KeySchemaElement(SortKeyOf(index), KeyType.RANGE),
    ];
}
