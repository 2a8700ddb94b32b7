using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Settings;
using Nots.Application.Storage;
using Nots.Cli.Output;
using Nots.Cli.Stores;
using Nots.Domain.Bookings;
using Nots.Domain.Quotes;

namespace Nots.Cli.Tables;

/// <summary><c>nots table fill</c>: a platform without rates is not ready, and a new table has none.</summary>
internal static class TableFillCommand
{
    public static Command Build()
    {
        var store = StoreOptions.DynamoDb("The table to fill");
        var json = CommonOptions.Json();
        var command = new Command("fill", "Writes the default rates and cancellation policy into a table that does not have them. What is there stays as it is.");
        store.AddTo(command);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new OpenStores(TimeProvider.System), store.DynamoDbOf(parsed), new CommandOutput(parsed.GetValue(json)), cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(OpenStores stores, DynamoDbAddress store, CommandOutput output, CancellationToken cancellationToken)
    {
        await using var services = stores.Entities(store);
        var transactions = services.GetRequiredService<ITransactions>();
        List<string> written = [], kept = [];
        foreach (var setting in FirstSettings.All)
        {
            // Each by itself: one that is there keeps none of the others out.
            var transaction = transactions.Begin();
            transaction.Add(setting);
            var isNew = (await transaction.CommitAsync(cancellationToken)).Committed;
            (isNew ? written : kept).Add(NameOf(setting));
            output.Say($"  {(isNew ? "written" : "there already")}: {NameOf(setting)}");
        }
        output.Document(new TableFillReport(store.Table, written, kept));
        return ExitCode.Ok;
    }

    private static string NameOf(object setting) => setting switch
    {
        Tariff tariff => $"rates of {Domain.Common.Wire.Name(tariff.VehicleClass)}",
        CancellationPolicy => "cancellation policy",
        _ => throw new InvalidOperationException($"Unknown setting {setting}."),
    };
}
