using System.CommandLine;
using Nots.Cli.Output;
using Nots.Cli.Stores;

namespace Nots.Cli.Tables;

/// <summary><c>nots table verify</c>.</summary>
internal static class TableVerifyCommand
{
    public static Command Build()
    {
        var store = StoreOptions.DynamoDb("The table to compare");
        var json = CommonOptions.Json();
        var command = new Command("verify", "Compares a table with the design and says each difference. Changes nothing.");
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
        var report = await new TableVerification(admin, output).RunAsync(store.Table, store.IsProduction, cancellationToken);
        output.Document(report ?? new TableReport(store.Table, false, [], false, ["there is no such table"], []));
        return report is { Conforms: true } ? ExitCode.Ok : ExitCode.NotAsExpected;
    }
}
