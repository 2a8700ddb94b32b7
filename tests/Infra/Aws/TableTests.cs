using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.DynamoDb;

namespace Nots.Infra.Tests.Aws;

/// <summary>The template's table is the one that the code makes.</summary>
public sealed partial class TableTests
{
    private static readonly CloudFormationTemplate Data = CloudFormationTemplate.Load("data.yaml");

    private static readonly JsonNode Table = Data["Table"];

    private static readonly CreateTableRequest Code = TableDefinition.Create("nots-main-table-production", deletionProtection: true);

    [Fact]
    public void It_has_the_name_that_the_code_uses()
    {
        Assert.Equal(new DynamoDbOptions { Environment = "production" }.Table, Values.Of(Table["TableName"]));
        Assert.Equal("nots-main-table-production", Values.Of(Table["TableName"]));
    }

    /// <summary>A restore makes a new table, and nobody should have to write a policy that night.</summary>
    [Fact]
    public async Task Another_table_can_take_its_place_after_a_restore()
    {
        var named = CloudFormationTemplate.Load("app.yaml")["Task"]["ContainerDefinitions"]![0]!["Environment"]!.AsArray().Single(variable => (string?)variable!["Name"] == "Nots__DynamoDb__TableName")!["Value"];
        Assert.Equal("""["HasOwnTable",{"Fn::Sub":"nots-main-table-${Environment}"},{"Ref":"TableName"}]""", named!["Fn::If"]!.ToJsonString());
        Assert.EndsWith(", parameters('tableName'))]", (string?)(await Azure.ArmTemplate.BuildAsync("main.bicep")).Body["variables"]!["platformSettings"]!["Nots__DynamoDb__TableName"], StringComparison.Ordinal);
        var allowed = Data["DataPolicy"]["PolicyDocument"]!["Statement"]![0]!["Resource"]!.AsArray().Select(resource => Values.Of(resource)).ToList();
        Assert.Equal(["table/nots-main-table-production*", "table/nots-main-table-production*/index/*"], allowed.Select(resource => resource[resource.IndexOf("table/", StringComparison.Ordinal)..]));
    }

    [Fact]
    public void Its_keys_are_those_of_the_code()
    {
        Assert.Equal(Keys(Code.KeySchema), Keys(Table["KeySchema"]));
        Assert.Equal(["PK HASH", "SK RANGE"], Keys(Table["KeySchema"]));
        var attributes = Table["AttributeDefinitions"]!.AsArray().Select(attribute => $"{attribute!["AttributeName"]} {attribute["AttributeType"]}");
        Assert.Equal(Code.AttributeDefinitions.Select(attribute => $"{attribute.AttributeName} {attribute.AttributeType}"), attributes);
    }

    [Fact]
    public void Its_indexes_are_those_of_the_code()
    {
        var indexes = Table["GlobalSecondaryIndexes"]!.AsArray()
            .Select(index => $"{index!["IndexName"]}: {string.Join(", ", Keys(index["KeySchema"]))}, {index["Projection"]!["ProjectionType"]}");
        Assert.Equal(Code.GlobalSecondaryIndexes.Select(index => $"{index.IndexName}: {string.Join(", ", Keys(index.KeySchema))}, {index.Projection.ProjectionType}"), indexes);
    }

    [Fact]
    public void It_is_billed_by_request_streams_is_encrypted_and_forgets_what_is_over()
    {
        Assert.Equal(Code.BillingMode.Value, (string?)Table["BillingMode"]);
        Assert.Equal(Code.StreamSpecification.StreamViewType.Value, (string?)Table["StreamSpecification"]!["StreamViewType"]);
        Assert.Equal("true", (string?)Table["SSESpecification"]!["SSEEnabled"]);
        Assert.Equal(Code.SSESpecification.SSEType.Value, (string?)Table["SSESpecification"]!["SSEType"]);
        Assert.Equal(TableDefinition.TimeToLive("t").TimeToLiveSpecification.AttributeName, (string?)Table["TimeToLiveSpecification"]!["AttributeName"]);
        Assert.Equal("true", (string?)Table["TimeToLiveSpecification"]!["Enabled"]);
    }

    [Fact]
    public void Each_replica_can_be_restored_to_any_moment_and_in_production_not_be_deleted()
    {
        var replicas = Table["Replicas"]!.AsArray().Select(replica => replica!["Fn::If"] is JsonArray choice ? choice[1]! : replica).ToList();
        Assert.Equal(2, replicas.Count);
        Assert.All(replicas, replica => Assert.Equal("true", (string?)replica["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]));
        Assert.All(replicas, replica => Assert.Equal("""["IsProduction","true","false"]""", replica["DeletionProtectionEnabled"]!["Fn::If"]!.ToJsonString()));
        Assert.True(Code.DeletionProtectionEnabled);
    }

    [Fact]
    public void The_platform_may_call_what_its_code_calls_and_nothing_else()
    {
        var allowed = Data["DataPolicy"]["PolicyDocument"]!["Statement"]!.AsArray().Single(statement => (string?)statement!["Sid"] == "Table")!["Action"]!.AsArray();
        Assert.Equal(Called().Order(StringComparer.Ordinal), allowed.Select(action => (string)action!).Order(StringComparer.Ordinal));
    }

    /// <summary>The actions of what the adapter sends: a transaction has the actions of its parts.</summary>
    private static HashSet<string> Called()
    {
        var adapter = string.Concat(((string[])["ItemRequests", "BatchRequests", "TransactionRequests"]).Select(file => Repository.Text("src", "Storage", "DynamoDb", $"{file}.cs")));
        var calls = Call().Matches(adapter).Select(match => match.Groups[1].Value).Where(call => !call.StartsWith("Transact", StringComparison.Ordinal));
        return [.. calls.Concat(Part().Matches(adapter).Select(match => $"{match.Groups[1].Value}Item")).Select(action => $"dynamodb:{action}")];
    }

    private static IEnumerable<string> Keys(IEnumerable<KeySchemaElement> keys) => keys.Select(key => $"{key.AttributeName} {key.KeyType}");

    private static IEnumerable<string> Keys(JsonNode? keys) => keys!.AsArray().Select(key => $"{key!["AttributeName"]} {key["KeyType"]}");

    [GeneratedRegex(@"\bclient\.(\w+)Async\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"\bnew (Get|Put|Update|Delete|ConditionCheck)\b")]
    private static partial Regex Part();
}
