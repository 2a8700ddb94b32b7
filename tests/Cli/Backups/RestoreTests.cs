using Nots.Cli.Backups;
using Nots.Cli.Tests.Fakes;

namespace Nots.Cli.Tests.Backups;

public sealed class RestoreTests : RecordedTest
{
    private const string Source = "nots-main-table-production";
    private const string Target = "nots-main-table-production-restored";
    private const string BackupArn = $"{Bodies.Account}:table/{Source}/backup/01764842400123-abcdef12";
    private const string Summary = $$""","RestoreSummary":{"SourceTableArn":"{{Bodies.Account}}:table/{{Source}}","RestoreDateTime":1764844200.0,"RestoreInProgress":true}""";

    [Fact]
    public async Task A_moment_is_restored_and_the_new_table_gets_what_a_restore_leaves_off()
    {
        DynamoDb
            .ThenRefuses("DescribeTable", Bodies.Named(Target), "ResourceNotFoundException", "Requested resource not found")
            .Then("DescribeTable", Bodies.Named(Source), Bodies.Table(Source, "ACTIVE", Bodies.WithStream))
            .Then("DescribeContinuousBackups", Bodies.Named(Source), Bodies.Recovery(true))
            .Then(
                "RestoreTableToPointInTime",
                $$"""{"SourceTableName":"{{Source}}","TargetTableName":"{{Target}}","RestoreDateTime":1764844200}""",
                $$"""{"TableDescription":{"TableName":"{{Target}}","TableStatus":"CREATING"} }""");
        ThenComesUp();

        var code = await RunAsync(new RestorePoint(null, DateTimeOffset.FromUnixTimeSeconds(1764844200)));

        Assert.Equal(ExitCode.Ok, code);
        DynamoDb.AssertAllAsked();
        Assert.Equal(
            [
                $"Restoring {Source} as it was at 2025-12-04T10:30:00Z to {Target}.",
                $"Waiting for {Target}: table CREATING",
                $"{Target} holds the data. A restore leaves settings off, which are switched on now:",
                "  switched on: time-to-live on TTL",
                "  switched on: stream of NEW_AND_OLD_IMAGES",
                "  switched on: deletion protection",
                "Switching on point-in-time recovery: being prepared by DynamoDB",
                "  switched on: point-in-time recovery",
                "  tags: 1 carried over",
                $"{Target} is as the design has it.",
                "Not part of a table, and to be looked at by hand: alarms, IAM policies that name the table, and consumers of its stream, which has a new ARN.",
            ],
            Said.Lines);
        Assert.True(Said.Document.GetProperty("table").GetProperty("conforms").GetBoolean());
        Assert.Equal(1, Said.Document.GetProperty("tags").GetInt32());
    }

    [Fact]
    public async Task The_latest_moment_is_asked_for_as_such()
    {
        DynamoDb
            .ThenRefuses("DescribeTable", Bodies.Named(Target), "ResourceNotFoundException", "Requested resource not found")
            .Then("DescribeTable", Bodies.Named(Source), Bodies.Table(Source, "ACTIVE", ""))
            .Then("DescribeContinuousBackups", Bodies.Named(Source), Bodies.Recovery(true))
            .Then(
                "RestoreTableToPointInTime",
                $$"""{"SourceTableName":"{{Source}}","TargetTableName":"{{Target}}","UseLatestRestorableTime":true}""",
                $$"""{"TableDescription":{"TableName":"{{Target}}","TableStatus":"CREATING"} }""");
        ThenComesUp();

        Assert.Equal(ExitCode.Ok, await RunAsync(new RestorePoint(null, null)));

        DynamoDb.AssertAllAsked();
    }

    [Fact]
    public async Task A_backup_is_found_by_its_name_and_restored()
    {
        DynamoDb
            .ThenRefuses("DescribeTable", Bodies.Named(Target), "ResourceNotFoundException", "Requested resource not found")
            .Then(
                "ListBackups",
                $$"""{"TableName":"{{Source}}","BackupType":"ALL"}""",
                $$"""{"BackupSummaries":[{"BackupArn":"{{BackupArn}}","BackupName":"nightly","BackupStatus":"AVAILABLE","BackupCreationDateTime":1764842400}]}""")
            .Then("DescribeBackup", $$"""{"BackupArn":"{{BackupArn}}"}""", Backup("AVAILABLE"))
            .Then(
                "RestoreTableFromBackup",
                $$"""{"BackupArn":"{{BackupArn}}","TargetTableName":"{{Target}}"}""",
                $$"""{"TableDescription":{"TableName":"{{Target}}","TableStatus":"CREATING"} }""");
        ThenComesUp();

        Assert.Equal(ExitCode.Ok, await RunAsync(new RestorePoint("nightly", null)));

        DynamoDb.AssertAllAsked();
        Assert.Equal($"Restoring nightly of 2025-12-04T10:00:00Z to {Target}.", Said.Lines[0]);
    }

    [Fact]
    public async Task A_restore_that_was_stopped_goes_on()
    {
        DynamoDb.Then("DescribeTable", Bodies.Named(Target), Bodies.Table(Target, "CREATING", Summary));
        ThenComesUp();

        Assert.Equal(ExitCode.Ok, await RunAsync(new RestorePoint("nightly", null)));

        DynamoDb.AssertAllAsked();
        Assert.Equal($"{Target} is a restore of {Source} to 2025-12-04T10:30:00Z that was begun before: going on with it.", Said.Lines[0]);
    }

    [Fact]
    public async Task A_table_that_is_no_restore_is_left_alone()
    {
        DynamoDb.Then("DescribeTable", Bodies.Named(Target), Bodies.Table(Target, "ACTIVE", ""));

        await RefusedAsync(new RestorePoint("nightly", null), $"The table {Target} exists, and is not a restore of {Source}. Name a new one.");
    }

    [Fact]
    public async Task A_moment_outside_the_window_is_refused_with_the_window()
    {
        DynamoDb
            .ThenRefuses("DescribeTable", Bodies.Named(Target), "ResourceNotFoundException", "Requested resource not found")
            .Then("DescribeTable", Bodies.Named(Source), Bodies.Table(Source, "ACTIVE", ""))
            .Then("DescribeContinuousBackups", Bodies.Named(Source), Bodies.Recovery(true));

        await RefusedAsync(
            new RestorePoint(null, DateTimeOffset.FromUnixTimeSeconds(1764802800)),
            $"{Source} can be restored to 2025-12-04T00:00:00Z to 2025-12-04T10:55:00Z, not to 2025-12-03T23:00:00Z.");
    }

    [Fact]
    public async Task Without_point_in_time_recovery_a_moment_is_refused()
    {
        DynamoDb
            .ThenRefuses("DescribeTable", Bodies.Named(Target), "ResourceNotFoundException", "Requested resource not found")
            .Then("DescribeTable", Bodies.Named(Source), Bodies.Table(Source, "ACTIVE", ""))
            .Then("DescribeContinuousBackups", Bodies.Named(Source), Bodies.Recovery(false));

        await RefusedAsync(new RestorePoint(null, null), $"Point-in-time recovery of {Source} is off. Restore a backup: see 'nots backup list --store dynamodb:{Source}'.");
    }

    [Fact]
    public async Task A_backup_that_is_not_complete_is_refused()
    {
        DynamoDb
            .ThenRefuses("DescribeTable", Bodies.Named(Target), "ResourceNotFoundException", "Requested resource not found")
            .Then("DescribeBackup", $$"""{"BackupArn":"{{BackupArn}}"}""", Backup("CREATING"));

        await RefusedAsync(new RestorePoint(BackupArn, null), $"The backup {BackupArn} is CREATING, not AVAILABLE.");
    }

    private static string Backup(string status) => $$"""
        {"BackupDescription":{
          "BackupDetails":{"BackupArn":"{{BackupArn}}","BackupName":"nightly","BackupStatus":"{{status}}","BackupType":"USER","BackupCreationDateTime":1764842400,"BackupSizeBytes":100},
          "SourceTableDetails":{"TableName":"{{Source}}","TableId":"1","TableArn":"{{Bodies.Account}}:table/{{Source}}","KeySchema":[],"TableCreationDateTime":1764842400,"ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":0} } } }
        """;

    private Task<int> RunAsync(RestorePoint point) => new Restore(Admin(), Said.Output, TimeSpan.FromMinutes(30)).RunAsync(Production, Target, point, Cancelled);

    private async Task RefusedAsync(RestorePoint point, string sentence)
    {
        var fault = await Assert.ThrowsAsync<CommandFailedException>(() => RunAsync(point));
        Assert.Equal((sentence, ExitCode.Refused), (fault.Message, fault.ExitCode));
        DynamoDb.AssertAllAsked();
    }

    /// <summary>DynamoDB fills the table, everything is switched on, and all is as the design has it.</summary>
    private void ThenComesUp()
    {
        var bare = Bodies.Table(Target, "ACTIVE", Bodies.WithEncryption + Summary);
        var streamed = Bodies.Table(Target, "ACTIVE", Bodies.WithEncryption + Bodies.WithStream + Summary);
        var whole = Bodies.Table(Target, "ACTIVE", Bodies.WithEncryption + Bodies.WithStream + Bodies.WithProtection + Summary);
        DynamoDb
            .Then("DescribeTable", Bodies.Named(Target), Bodies.Table(Target, "CREATING", Summary))
            .Then("DescribeTable", Bodies.Named(Target), bare)
            .Then("DescribeTable", Bodies.Named(Target), bare)
            .Then("DescribeTimeToLive", Bodies.Named(Target), Bodies.TimeToLive(false))
            .Then("DescribeContinuousBackups", Bodies.Named(Target), Bodies.Recovery(false))
            .Then(
                "UpdateTimeToLive",
                $$"""{"TableName":"{{Target}}","TimeToLiveSpecification":{"AttributeName":"TTL","Enabled":true} }""",
                """{"TimeToLiveSpecification":{"AttributeName":"TTL","Enabled":true}}""")
            .Then(
                "UpdateTable",
                $$"""{"TableName":"{{Target}}","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"} }""",
                $$"""{"TableDescription":{"TableName":"{{Target}}","TableStatus":"UPDATING"} }""")
            .Then("DescribeTable", Bodies.Named(Target), streamed)
            .Then("UpdateTable", $$"""{"TableName":"{{Target}}","DeletionProtectionEnabled":true}""", $$"""{"TableDescription":{"TableName":"{{Target}}","TableStatus":"UPDATING"} }""")
            .Then("DescribeTable", Bodies.Named(Target), whole)
            .ThenRefuses(
                "UpdateContinuousBackups",
                $$"""{"TableName":"{{Target}}","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true} }""",
                "ContinuousBackupsUnavailableException", "Backups are being enabled for the table. Please retry later")
            .Then(
                "UpdateContinuousBackups",
                $$"""{"TableName":"{{Target}}","PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true} }""",
                Bodies.Recovery(true))
            .Then("DescribeTable", Bodies.Named(Source), Bodies.Table(Source, "ACTIVE", ""))
            .Then("DescribeTable", Bodies.Named(Target), whole)
            .Then(
                "ListTagsOfResource",
                $$"""{"ResourceArn":"{{Bodies.Account}}:table/{{Source}}"}""",
                """{"Tags":[{"Key":"cost-centre","Value":"operations"},{"Key":"aws:cloudformation:stack-name","Value":"nots"}]}""")
            .Then("TagResource", $$"""{"ResourceArn":"{{Bodies.Account}}:table/{{Target}}","Tags":[{"Key":"cost-centre","Value":"operations"}]}""", "{}")
            .Then("DescribeTable", Bodies.Named(Target), whole)
            .Then("DescribeTimeToLive", Bodies.Named(Target), Bodies.TimeToLive(true))
            .Then("DescribeContinuousBackups", Bodies.Named(Target), Bodies.Recovery(true));
    }
}
