using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Nots.Cli.Output;
using Nots.Cli.Stores;
using Nots.Cli.Tables;

namespace Nots.Cli.Backups;

/// <summary><c>nots backup restore</c>.</summary>
internal static class BackupRestoreCommand
{
    /// <summary>DynamoDB needs some 20 minutes for a small table, hours for a large one.</summary>
    private const int UsualMinutes = 240;

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];

    public static Command Build()
    {
        var store = StoreOptions.DynamoDb("The table that was backed up");
        var to = new Option<string>("--to") { Description = "Name of the new table.", Required = true };
        var backup = new Option<string?>("--backup") { Description = "The backup to restore: its name or its ARN." };
        var at = new Option<DateTimeOffset?>("--at") { Description = "The moment to restore, such as 2026-11-22T09:30:00Z.", CustomParser = Moment };
        var latest = new Option<bool>("--latest") { Description = "Restore the latest moment there is, some 5 minutes ago." };
        var (timeout, json) = (TableCommand.Timeout(UsualMinutes), CommonOptions.Json());
        var command = new Command(
            "restore", "Restores a backup or a moment to a new table, switches on there what a restore leaves off, and compares it with the design. The old table is not touched.");
        store.AddTo(command);
        command.Add(to);
        command.Add(backup);
        command.Add(at);
        command.Add(latest);
        command.Add(timeout);
        command.Add(json);
        command.Validators.Add(result =>
        {
            if ((result.GetResult(backup) is null ? 0 : 1) + (result.GetResult(at) is null ? 0 : 1) + (result.GetValue(latest) ? 1 : 0) != 1)
                result.AddError("Say what to restore: --backup, --at or --latest, one of them.");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var output = new CommandOutput(parsed.GetValue(json));
            var address = store.DynamoDbOf(parsed);
            return new Restore(TableCommand.Open(address, output), output, TimeSpan.FromMinutes(parsed.GetValue(timeout)))
                .RunAsync(address, parsed.GetRequiredValue(to), new RestorePoint(parsed.GetValue(backup), parsed.GetValue(at)), cancellationToken);
        });
        return command;
    }

    /// <summary>A time without an offset could be London's or UTC's; at 3 a.m. nobody shall have to guess.</summary>
    private static DateTimeOffset? Moment(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal)))
        {
            return moment;
        }

        result.AddError($"'{text}' is not a moment with its offset, such as 2026-11-22T09:30:00Z.");
        return null;
    }
}
