using System.CommandLine;
using Nots.Cli.Output;
using Nots.Cli.Stores;

namespace Nots.Cli.Data;

/// <summary><c>nots data export</c>.</summary>
internal static class ExportCommand
{
    public static Command Build()
    {
        var store = StoreOptions.Any("The store to read; a SQLite file may be in use meanwhile");
        var to = new Option<string>("--to") { Description = "The folder to write to: new, empty, or with the beginning of this export.", Required = true };
        var (segments, parallel, json) = (DataCommand.Segments(), DataCommand.Parallel(), CommonOptions.Json());
        var command = new Command("export", "Writes a table's items to a folder: gzipped JSON lines, and a manifest with counts and checksums. After a kill the same command goes on.");
        store.AddTo(command);
        command.Add(to);
        command.Add(segments);
        command.Add(parallel);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new OpenStores(TimeProvider.System), store.Of(parsed), parsed.GetRequiredValue(to), parsed.GetValue(segments), parsed.GetValue(parallel),
            new CommandOutput(parsed.GetValue(json)), TimeProvider.System, cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(
        OpenStores stores, StoreAddress store, string to, int segments, int parallel, CommandOutput output, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var source = await stores.ToReadAsync(store, cancellationToken);
        using var folder = ExportFolder.TakeForExport(to);
        var exporter = new Exporter(folder, source, store.ToString(), time);
        var (plan, goesOn) = await exporter.PlanAsync(segments, cancellationToken);
        output.Say(goesOn
            ? $"Going on with the export of {store} to {folder.Path} that was begun here."
            : $"Exporting {store}, about {plan.Items} items in {plan.Segments.Count} segments, to {folder.Path}.");
        var manifest = await output.WatchAsync("Exporting", plan.Items, progress => exporter.RunAsync(plan, parallel, progress, cancellationToken));
        output.Say($"{manifest.Items} items in {manifest.EndedAt - manifest.StartedAt} s, checksum {manifest.Checksum}; {manifest.LeftOut} had expired and were left out.");
        output.Document(new { folder = folder.Path, manifest });
        return ExitCode.Ok;
    }
}
