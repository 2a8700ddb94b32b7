using Nots.Cli.Backups;
using Nots.Cli.Tests.Fakes;

namespace Nots.Cli.Tests.Backups;

public sealed class BackupCreateTests : RecordedTest
{
    private const string Arn = $"{Bodies.Account}:table/nots-main-table-production/backup/01764842400123-abcdef12";

    [Fact]
    public async Task A_backup_is_asked_for_and_waited_for()
    {
        DynamoDb
            .Then("CreateBackup", """{"TableName":"nots-main-table-production","BackupName":"before-release"}""", $$"""{"BackupDetails":{{Details("CREATING")}} }""")
            .Then("DescribeBackup", $$"""{"BackupArn":"{{Arn}}"}""", $$"""{"BackupDescription":{"BackupDetails":{{Details("CREATING")}} } }""")
            .Then("DescribeBackup", $$"""{"BackupArn":"{{Arn}}"}""", $$"""{"BackupDescription":{"BackupDetails":{{Details("AVAILABLE")}} } }""");

        var code = await BackupCreateCommand.RunAsync(Admin(), Production, "before-release", TimeSpan.FromMinutes(5), Said.Output, Cancelled);

        Assert.Equal(ExitCode.Ok, code);
        DynamoDb.AssertAllAsked();
        Assert.Equal(
            ["Backing up dynamodb:nots-main-table-production in eu-west-2 at http://127.0.0.1:1 as before-release.", "Waiting for before-release: CREATING", $"before-release is there: 5000000 bytes, {Arn}"],
            Said.Lines);
        Assert.Equal(Arn, Said.Document.GetProperty("arn").GetString());
        Assert.Equal("2025-12-04T10:00:00.5Z", Said.Document.GetProperty("createdAt").GetString());
    }

    [Fact]
    public async Task A_backup_that_takes_too_long_ends_with_1_and_says_that_it_goes_on()
    {
        DynamoDb.Then("CreateBackup", """{"TableName":"nots-main-table-production","BackupName":"slow"}""", $$"""{"BackupDetails":{{Details("CREATING")}} }""");
        for (var look = 0; look < 32; look++)
            DynamoDb.Then("DescribeBackup", $$"""{"BackupArn":"{{Arn}}"}""", $$"""{"BackupDescription":{"BackupDetails":{{Details("CREATING")}} } }""");

        var fault = await Assert.ThrowsAsync<CommandFailedException>(() =>
            BackupCreateCommand.RunAsync(Admin(), Production, "slow", TimeSpan.FromMinutes(1), Said.Output, Cancelled));

        Assert.Equal(ExitCode.NotAsExpected, fault.ExitCode);
        Assert.Contains("still CREATING after 1 minutes", fault.Message, StringComparison.Ordinal);
        DynamoDb.AssertAllAsked();
    }

    [Fact]
    public void The_usual_name_has_the_table_and_the_time() =>
        Assert.Equal("nots-main-table-production-20260601-120000", BackupCreateCommand.Usual("nots-main-table-production", new InstantTime()));

    private static string Details(string status) => $$"""
        {"BackupArn":"{{Arn}}","BackupName":"before-release","BackupSizeBytes":5000000,"BackupStatus":"{{status}}","BackupType":"USER","BackupCreationDateTime":1764842400.5}
        """;
}
