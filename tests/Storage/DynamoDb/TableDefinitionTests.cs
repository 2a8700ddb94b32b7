using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.Storage.Tests.DynamoDb;

public sealed class TableDefinitionTests
{
    private static readonly CreateTableRequest Table = TableDefinition.Create("nots-main-table-prod", deletionProtection: true);

    [Fact]
    public void Keys_are_strings_called_as_the_design_has_them()
    {
        Assert.Equal(["PK HASH", "SK RANGE"], Keys(Table.KeySchema));
        Assert.Equal(
            ["PK", "SK", "GSI1PK", "GSI1SK", "GSI2PK", "GSI2SK", "GSI3PK", "GSI3SK"], Table.AttributeDefinitions.Select(attribute => attribute.AttributeName));
        Assert.All(Table.AttributeDefinitions, attribute => Assert.Equal(ScalarAttributeType.S, attribute.AttributeType));
    }

    [Fact]
    public void There_are_three_indexes_with_everything_in_them()
    {
        Assert.Equal(["GSI1", "GSI2", "GSI3"], Table.GlobalSecondaryIndexes.Select(index => index.IndexName));
        Assert.All(Table.GlobalSecondaryIndexes, index => Assert.Equal([$"{index.IndexName}PK HASH", $"{index.IndexName}SK RANGE"], Keys(index.KeySchema)));
        Assert.All(Table.GlobalSecondaryIndexes, index => Assert.Equal(ProjectionType.ALL, index.Projection.ProjectionType));
        Assert.Equal(["", "GSI1", "GSI2", "GSI3"], Enum.GetValues<TableIndex>().Select(index => TableDefinition.NameOf(index) ?? ""));
    }

    [Fact]
    public void It_is_billed_by_request_streamed_encrypted_and_protected()
    {
        Assert.Equal(
            ("nots-main-table-prod", BillingMode.PAY_PER_REQUEST, true, StreamViewType.NEW_AND_OLD_IMAGES, true, true),
            (Table.TableName, Table.BillingMode, Table.StreamSpecification.StreamEnabled, Table.StreamSpecification.StreamViewType, Table.SSESpecification.Enabled, Table.DeletionProtectionEnabled));
        Assert.False(TableDefinition.Create("nots-main-table-dev", deletionProtection: false).DeletionProtectionEnabled);
    }

    [Fact]
    public void Items_expire_by_TTL_and_every_moment_can_be_restored()
    {
        Assert.Equal(("TTL", true), (TableDefinition.TimeToLive("t").TimeToLiveSpecification.AttributeName, TableDefinition.TimeToLive("t").TimeToLiveSpecification.Enabled));
        Assert.True(TableDefinition.PointInTimeRecovery("t").PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled);
    }

    private static IEnumerable<string> Keys(IEnumerable<KeySchemaElement> schema) => schema.Select(key => $"{key.AttributeName} {key.KeyType}");
}
