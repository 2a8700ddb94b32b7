using System.CommandLine;
using Nots.Cli.Output;
using Nots.Cli.Stores;
using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary><c>nots data copy</c>: an export and an import without files.</summary>
internal static class CopyCommand
{
    public static Command Build()
    {
        var from = StoreOptions.Side("from", "The store to read");
        var to = StoreOptions.Side("to", "The store to fill");
        var (segments, parallel, json, yes) = (DataCommand.Segments(), DataCommand.Parallel(), CommonOptions.Json(), CommonOptions.Yes());
        var command = new Command("copy", "Copies a table's items to another store, and reads everything back. After a kill, give it again with --merge: what is there already costs no write.");
        from.AddTo(command);
        to.AddTo(command);
        var (merge, overwrite) = DataCommand.ExistingOptions(command);
        command.Add(segments);
        command.Add(parallel);
        command.Add(yes);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new OpenStores(TimeProvider.System), from.Of(parsed), to.Of(parsed), DataCommand.Existing(parsed.GetValue(merge), parsed.GetValue(overwrite)),
            parsed.GetValue(segments), parsed.GetValue(parallel), parsed.GetValue(yes), new CommandOutput(parsed.GetValue(json)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        OpenStores stores, StoreAddress from, StoreAddress to, Existing existing, int segments, int parallel, bool yes, CommandOutput output, CancellationToken cancellationToken)
    {
        if (from == to)
            throw new CommandFailedException($"{from} cannot be copied to itself.", ExitCode.Usage);
        await using var scan = await stores.ToReadAsync(from, cancellationToken);
        var plan = await scan.PlanAsync(segments, cancellationToken);
        var source = new ScanSource(scan, plan);
        await using var target = await stores.ToFillAsync(to, cancellationToken);
        if (existing == Existing.Refuse)
            await FillPolicy.RequireEmptyAsync(target, to, cancellationToken);
        else
            FillPolicy.Confirm(existing, to, yes);
        output.Say($"Copying about {plan.Items} items from {from} to {to}.");
        if (to is SqliteAddress)
            await CheckAsync(source, plan.Items, OpenStores.Refusals(to), parallel, output, cancellationToken);
        var transfer = new Transfer(source, plan.Items, target, parallel, TimeProvider.System, output);
        var (counts, comparison) = await transfer.RunAsync(existing == Existing.Overwrite, existing != Existing.Refuse, cancellationToken);
        return TransferOutcome.Show(output, TransferReport.Of(from.ToString(), to.ToString(), counts, comparison), "the command with --merge");
    }

    private static Task CheckAsync(
        ScanSource source, long items, Func<RawItem, string?> whyNot, int parallel, CommandOutput output, CancellationToken cancellationToken) =>
        output.WatchAsync("Checking", items, async progress =>
        {
            var unfit = new UnfitItems(whyNot);
            await Batches.ForEachAsync(source, parallel, progress, (batch, _) => LookAsync(unfit, batch), cancellationToken);
            unfit.RefuseAny();
        });

    private static Task LookAsync(UnfitItems unfit, IReadOnlyList<RawItem> batch)
    {
        foreach (var item in batch)
            unfit.Look(item);
        return Task.CompletedTask;
    }
}
