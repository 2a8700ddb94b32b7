using System.CommandLine;
using Amazon.DynamoDBv2.Model;
using Nots.Cli.Output;
using Nots.Cli.Stores;
using Nots.Storage.DynamoDb;

namespace Nots.Cli.Tables;

/// <summary><c>nots table create</c>: to give it again does no harm, and finishes what was interrupted.</summary>
internal static class TableCreateCommand
{
    private const int UsualMinutes = 10;

    public static Command Build()
    {
        var store = StoreOptions.DynamoDb("The table to make, nots-main-table-ENVIRONMENT; one of production is protected from deletion");
        var (timeout, json) = (TableCommand.Timeout(UsualMinutes), CommonOptions.Json());
        var command = new Command("create", "Makes the table as the design has it: keys, three indexes, billing, stream, recovery, encryption, time-to-live. One that is there is compared, and settings that are off are switched on.");
        store.AddTo(command);
        command.Add(timeout);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) =>
        {
            var output = new CommandOutput(parsed.GetValue(json));
            var address = store.DynamoDbOf(parsed);
            return RunAsync(TableCommand.Open(address, output), address, TimeSpan.FromMinutes(parsed.GetValue(timeout)), output, cancellationToken);
        });
        return command;
    }

    public static async Task<int> RunAsync(TableAdmin admin, DynamoDbAddress store, TimeSpan timeout, CommandOutput output, CancellationToken cancellationToken)
    {
        var created = await CreateAsync(admin, store, cancellationToken);
        output.Say(created ? $"Making {store}." : $"{store} exists.");
        await admin.ActiveAsync(store.Table, timeout, cancellationToken);
        var switchedOn = await new TableSettings(admin, output, timeout).BringInLineAsync(store.Table, store.IsProduction, cancellationToken);
        var report = await new TableVerification(admin, output).RunAsync(store.Table, store.IsProduction, cancellationToken)
            ?? throw new CommandFailedException($"The table {store.Table} is gone.", ExitCode.NotAsExpected);
        output.Document(report with { Created = created, SwitchedOn = switchedOn });
        return report.Conforms ? ExitCode.Ok : ExitCode.NotAsExpected;
    }

    /// <returns>Whether it was not there.</returns>
    private static async Task<bool> CreateAsync(TableAdmin admin, DynamoDbAddress store, CancellationToken cancellationToken)
    {
        try
        {
            await admin.Client.CreateTableAsync(TableDefinition.Create(store.Table, store.IsProduction), cancellationToken);
            return true;
        }
        catch (ResourceInUseException)
        {
            return false;
        }
    }
}
