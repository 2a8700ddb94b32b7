using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Nots.Cli.Output;
using Nots.Cli.Stores;
using Nots.Cli.Tables;

namespace Nots.Cli.Backups;

/// <summary><c>nots backup create</c>.</summary>
internal static partial class BackupCreateCommand
{
    private const int UsualMinutes = 60;

    public static Command Build()
    {
        var store = StoreOptions.DynamoDb("The table");
        var name = new Option<string?>("--name") { Description = "Name of the backup: 3 to 255 letters, digits, '_', '-' or '.'. [default: the table's name and the time in UTC]" };
        name.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !NamePattern().IsMatch(result.Tokens[0].Value))
                result.AddError($"'{result.Tokens[0].Value}' is not a name of 3 to 255 letters, digits, '_', '-' or '.'.");
        });
        var (timeout, json) = (TableCommand.Timeout(UsualMinutes), CommonOptions.Json());
        var command = new Command("create", "Makes a backup of the whole table, which stays until somebody deletes it. The table can be used meanwhile.");
        store.AddTo(command);
        command.Add(name);
        command.Add(timeout);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) =>
        {
            var output = new CommandOutput(parsed.GetValue(json));
            var address = store.DynamoDbOf(parsed);
            return RunAsync(
                TableCommand.Open(address, output), address, parsed.GetValue(name) ?? Usual(address.Table, TimeProvider.System),
                TimeSpan.FromMinutes(parsed.GetValue(timeout)), output, cancellationToken);
        });
        return command;
    }

    public static async Task<int> RunAsync(
        TableAdmin admin, DynamoDbAddress store, string name, TimeSpan timeout, CommandOutput output, CancellationToken cancellationToken)
    {
        var catalogue = new BackupCatalogue(admin.Client);
        var created = await BackupCatalogue.Supported(() => admin.Client.CreateBackupAsync(
            new CreateBackupRequest { TableName = store.Table, BackupName = name }, cancellationToken));
        output.Say($"Backing up {store} as {name}.");
        var backup = await admin.UntilAsync(
            $"Waiting for {name}",
            timeout,
            () => catalogue.DescribeAsync(created.BackupDetails.BackupArn, cancellationToken),
            seen => seen.BackupDetails.BackupStatus == BackupStatus.AVAILABLE,
            seen => seen.BackupDetails.BackupStatus,
            cancellationToken);
        output.Say($"{name} is there: {backup.BackupDetails.BackupSizeBytes ?? 0} bytes, {backup.BackupDetails.BackupArn}");
        output.Document(BackupReport.Of(backup.BackupDetails));
        return ExitCode.Ok;
    }

    public static string Usual(string table, TimeProvider time) => table + time.GetUtcNow().ToString("-yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[a-zA-Z0-9_.-]{3,255}\z")]
    private static partial Regex NamePattern();
}
