using Nots.Cli.Stores;
using Nots.Cli.Tables;
using Nots.Cli.Tests.Backups;
using Nots.Cli.Tests.Fakes;

namespace Nots.Cli.Tests.Tables;

/// <summary>What DynamoDB Local does not have: encryption, point-in-time recovery, a table that takes its time.</summary>
public sealed class RecordedTableTests : RecordedTest
{
    private const string Table = "nots-main-table-production";

    [Fact]
    public async Task The_whole_design_is_asked_for_and_the_rest_switched_on()
    {
        DynamoDb
            .Then("CreateTable", TheDesign, $$"""{"TableDescription":{"TableName":"{{Table}}","TableStatus":"CREATING"} }""")
            .Then("DescribeTable", Bodies.Named(Table), Bodies.Table(Table, "CREATING", ""))
            .Then("DescribeTable", Bodies.Named(Table), Whole)
            .Then("DescribeTable", Bodies.Named(Table), Whole)
            .Then("DescribeTimeToLive", Bodies.Named(Table), Bodies.TimeToLive(false))
            .Then("DescribeContinuousBackups", Bodies.Named(Table), Bodies.Recovery(false))
            .Then(
                "UpdateTimeToLive",
                $$"""{"TableName":"{{Table}}","TimeToLiveSpecification":{"AttributeName":"TTL","Enabled":true} }""",
                """{"TimeToLiveSpecification":{"AttributeName":"TTL","Enabled":true}}""")
            .Then(
                "UpdateContinuousBackups",
                $$"""{"TableName":"{{Table}}","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true} }""",
                Bodies.Recovery(true))
            .Then("DescribeTable", Bodies.Named(Table), Whole)
            .Then("DescribeTimeToLive", Bodies.Named(Table), Bodies.TimeToLive(true))
            .Then("DescribeContinuousBackups", Bodies.Named(Table), Bodies.Recovery(true));

        Assert.Equal(ExitCode.Ok, await TableCreateCommand.RunAsync(Admin(), Production, TimeSpan.FromMinutes(5), Said.Output, Cancelled));

        DynamoDb.AssertAllAsked();
        Assert.Equal(
            [
                $"Making {Production}.", $"Waiting for {Table}: table CREATING", "  switched on: time-to-live on TTL",
                "  switched on: point-in-time recovery", $"{Table} is as the design has it.",
            ],
            Said.Lines);
    }

    [Fact]
    public async Task Encryption_and_recovery_that_are_off_are_differences()
    {
        DynamoDb
            .Then("DescribeTable", Bodies.Named(Table), Bodies.Table(Table, "ACTIVE", Bodies.WithStream + Bodies.WithProtection))
            .Then("DescribeTimeToLive", Bodies.Named(Table), Bodies.TimeToLive(true))
            .Then("DescribeContinuousBackups", Bodies.Named(Table), Bodies.Recovery(false));

        Assert.Equal(ExitCode.NotAsExpected, await TableVerifyCommand.RunAsync(Admin(), Production, Said.Output, Cancelled));

        Assert.Equal(
            [
                "  different: encryption is with a key that DynamoDB owns, the design has one of KMS",
                "  different: point-in-time recovery is off, the design has it on",
                $"{Table} differs from the design in 2 points.",
            ],
            Said.Lines);
    }

    [Fact]
    public async Task Credentials_without_the_right_end_with_3_and_what_to_check()
    {
        DynamoDb.ThenRefuses("DescribeTable", Bodies.Named(Table), "AccessDeniedException", "not authorized to perform dynamodb:DescribeTable");

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => TableVerifyCommand.RunAsync(Admin(), Production, Said.Output, Cancelled));

        var (sentence, code) = StoreFaults.Explain(fault)!.Value;
        Assert.Equal(ExitCode.Unreachable, code);
        Assert.Contains("Check AWS_PROFILE", sentence, StringComparison.Ordinal);
    }

    private static string Whole => Bodies.Table(Table, "ACTIVE", Bodies.WithStream + Bodies.WithEncryption + Bodies.WithProtection);

    /// <summary>The runbook's table, to the letter of CreateTable.</summary>
    private const string TheDesign = $$"""
        {"TableName":"{{Table}}",
         "AttributeDefinitions":[
           {"AttributeName":"PK","AttributeType":"S"},{"AttributeName":"SK","AttributeType":"S"},
           {"AttributeName":"GSI1PK","AttributeType":"S"},{"AttributeName":"GSI1SK","AttributeType":"S"},
           {"AttributeName":"GSI2PK","AttributeType":"S"},{"AttributeName":"GSI2SK","AttributeType":"S"},
           {"AttributeName":"GSI3PK","AttributeType":"S"},{"AttributeName":"GSI3SK","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"PK","KeyType":"HASH"},{"AttributeName":"SK","KeyType":"RANGE"}],
         "GlobalSecondaryIndexes":[
           {"IndexName":"GSI1","KeySchema":[{"AttributeName":"GSI1PK","KeyType":"HASH"},{"AttributeName":"GSI1SK","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"} },
           {"IndexName":"GSI2","KeySchema":[{"AttributeName":"GSI2PK","KeyType":"HASH"},{"AttributeName":"GSI2SK","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"} },
           {"IndexName":"GSI3","KeySchema":[{"AttributeName":"GSI3PK","KeyType":"HASH"},{"AttributeName":"GSI3SK","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"} }],
         "BillingMode":"PAY_PER_REQUEST","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"},
         "SSESpecification":{"Enabled":true,"SSEType":"KMS"},"DeletionProtectionEnabled":true}
        """;
}
