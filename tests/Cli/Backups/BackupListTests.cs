using Nots.Cli.Backups;
using Nots.Cli.Tests.Fakes;

namespace Nots.Cli.Tests.Backups;

public sealed class BackupListTests : RecordedTest
{
    private const string Table = "nots-main-table-production";

    [Fact]
    public async Task All_pages_are_read_and_the_newest_comes_first()
    {
        DynamoDb
            .Then("ListBackups", $$"""{"TableName":"{{Table}}","BackupType":"ALL"}""", $$"""{"BackupSummaries":[{{Summary("older", 1764842400)}}],"LastEvaluatedBackupArn":"{{Arn("older")}}"}""")
            .Then("ListBackups", $$"""{"TableName":"{{Table}}","BackupType":"ALL","ExclusiveStartBackupArn":"{{Arn("older")}}"}""", $$"""{"BackupSummaries":[{{Summary("newer", 1764846000)}}]}""")
            .Then("DescribeTable", Bodies.Named(Table), Bodies.Table(Table, "ACTIVE", ""))
            .Then("DescribeContinuousBackups", Bodies.Named(Table), Bodies.Recovery(true));

        var code = await BackupListCommand.RunAsync(Admin(), Production, Said.Output, Cancelled);

        Assert.Equal(ExitCode.Ok, code);
        DynamoDb.AssertAllAsked();
        Assert.Equal(["newer", "older"], Said.Document.GetProperty("backups").EnumerateArray().Select(backup => backup.GetProperty("name").GetString()));
        Assert.Contains("Point in time: 2025-12-04T00:00:00Z to 2025-12-04T10:55:00Z.", Said.Lines);
    }

    [Fact]
    public async Task Of_a_deleted_table_the_backups_are_listed()
    {
        DynamoDb
            .Then("ListBackups", $$"""{"TableName":"{{Table}}","BackupType":"ALL"}""", $$"""{"BackupSummaries":[{{Summary("last", 1764842400)}}]}""")
            .ThenRefuses("DescribeTable", Bodies.Named(Table), "ResourceNotFoundException", "Requested resource not found");

        Assert.Equal(ExitCode.Ok, await BackupListCommand.RunAsync(Admin(), Production, Said.Output, Cancelled));

        Assert.Equal(["1 backups.", "Point in time: the table does not exist; restore a backup of type SYSTEM, if there is one."], Said.Lines);
    }

    private static string Arn(string name) => $"{Bodies.Account}:table/{Table}/backup/01764842400123-{name}";

    private static string Summary(string name, long at) => $$"""
        {"TableName":"{{Table}}","TableArn":"{{Bodies.Account}}:table/{{Table}}","BackupArn":"{{Arn(name)}}","BackupName":"{{name}}",
         "BackupCreationDateTime":{{at}},"BackupStatus":"AVAILABLE","BackupType":"USER","BackupSizeBytes":100}
        """;
}
