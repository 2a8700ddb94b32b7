using System.CommandLine;
using System.Globalization;
using Nots.Cli.Output;
using Nots.Cli.Stores;
using Nots.Cli.Tables;
using Spectre.Console;

namespace Nots.Cli.Backups;

/// <summary><c>nots backup list</c>.</summary>
internal static class BackupListCommand
{
    public static Command Build()
    {
        var store = StoreOptions.DynamoDb("The table, which may have been deleted");
        var json = CommonOptions.Json();
        var command = new Command("list", "Lists a table's backups, and between which points in time it can be restored.");
        store.AddTo(command);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) =>
        {
            var output = new CommandOutput(parsed.GetValue(json));
            var address = store.DynamoDbOf(parsed);
            return RunAsync(TableCommand.Open(address, output), address, output, cancellationToken);
        });
        return command;
    }

    public static async Task<int> RunAsync(TableAdmin admin, DynamoDbAddress store, CommandOutput output, CancellationToken cancellationToken)
    {
        IReadOnlyList<BackupReport> backups = [.. (await new BackupCatalogue(admin.Client).ListAsync(store.Table, cancellationToken)).Select(BackupReport.Of)];
        var exists = await admin.DescribeAsync(store.Table, cancellationToken) is not null;
        var window = exists ? RecoveryWindow.Of(await admin.RecoveryAsync(store.Table, cancellationToken)) : null;
        var table = new Table().Border(TableBorder.Minimal).AddColumns("Name", "Created", "Type", "Status", "Bytes");
        foreach (var backup in backups)
        {
            table.AddRow(
                new Text(backup.Name), new Text(RecoveryWindow.Text(backup.CreatedAt)), new Text(backup.Type), new Text(backup.Status),
                new Text(backup.Bytes.ToString(CultureInfo.InvariantCulture)));
        }

        if (backups.Count > 0)
            output.Show(table);
        output.Say(backups.Count == 0 ? $"{store.Table} has no backups." : $"{backups.Count} backups.");
        output.Say((exists, window) switch
        {
            (_, not null) => $"Point in time: {window}.",
            (true, _) => "Point in time: off.",
            _ => "Point in time: the table does not exist; restore a backup of type SYSTEM, if there is one.",
        });
        output.Document(new { store.Table, exists, window, backups });
        return ExitCode.Ok;
    }
}
