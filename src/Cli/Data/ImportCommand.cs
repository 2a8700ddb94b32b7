using System.CommandLine;
using Nots.Cli.Output;
using Nots.Cli.Stores;

namespace Nots.Cli.Data;

/// <summary><c>nots data import</c>.</summary>
internal static class ImportCommand
{
    public static Command Build()
    {
        var store = StoreOptions.Any("The store to fill; a SQLite file must not be in use");
        var from = new Option<string>("--from") { Description = "The folder of a complete export.", Required = true };
        var (parallel, json, yes) = (DataCommand.Parallel(), CommonOptions.Json(), CommonOptions.Yes());
        var command = new Command("import", "Brings an export into a table, after the whole of it was checked, and reads everything back. After a kill the same command goes on.");
        store.AddTo(command);
        command.Add(from);
        var (merge, overwrite) = DataCommand.ExistingOptions(command);
        command.Add(parallel);
        command.Add(yes);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => new Importer(
            new OpenStores(TimeProvider.System), store.Of(parsed), parsed.GetValue(parallel), new CommandOutput(parsed.GetValue(json)), TimeProvider.System)
            .RunAsync(
                parsed.GetRequiredValue(from), DataCommand.Existing(parsed.GetValue(merge), parsed.GetValue(overwrite)), parsed.GetValue(yes), cancellationToken));
        return command;
    }
}
