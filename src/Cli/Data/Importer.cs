using Nots.Cli.Output;
using Nots.Cli.Stores;
using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>Brings an export into a table: checks all of it, fills the table, reads everything back.</summary>
internal sealed class Importer(OpenStores stores, StoreAddress store, int parallel, CommandOutput output, TimeProvider time)
{
    public async Task<int> RunAsync(string from, Existing existing, bool yes, CancellationToken cancellationToken)
    {
        using var folder = ExportFolder.TakeForImport(from);
        var manifest = await folder.ManifestAsync(cancellationToken);
        var source = new ExportSource(folder, manifest);
        await CheckAsync(folder, manifest, source, cancellationToken);

        await using var target = await stores.ToFillAsync(store, cancellationToken);
        var goesOn = existing == Existing.Refuse && await BeginAsync(folder, manifest, target, cancellationToken);
        if (existing != Existing.Refuse)
            FillPolicy.Confirm(existing, store, yes);
        output.Say(goesOn
            ? $"Going on with the import into {store} that was begun."
            : $"Importing {manifest.Items} items into {store}.");
        var transfer = new Transfer(source, manifest.Items, target, parallel, time, output);
        var (counts, comparison) = await transfer.RunAsync(existing == Existing.Overwrite, goesOn || existing != Existing.Refuse, cancellationToken);
        return Report(folder, manifest, counts, comparison);
    }

    private Task CheckAsync(ExportFolder folder, ExportManifest manifest, ExportSource source, CancellationToken cancellationToken) =>
        output.WatchAsync("Checking the files", manifest.Items, progress =>
            new ExportCheck(folder, manifest, OpenStores.Refusals(store)).RunAsync(source, parallel, progress, cancellationToken));

    /// <returns>Whether this import was begun before.</returns>
    private async Task<bool> BeginAsync(ExportFolder folder, ExportManifest manifest, ITableLoad target, CancellationToken cancellationToken)
    {
        var note = await JsonFile.ReadAsync<ImportNote>(folder.ImportFile(store), cancellationToken);
        if (note is not null && note.Target == store.ToString() && note.Checksum == manifest.Checksum)
            return true;
        await FillPolicy.RequireEmptyAsync(target, store, cancellationToken);
        await JsonFile.WriteAsync(
            folder.ImportFile(store), new ImportNote(store.ToString(), manifest.Checksum, time.GetUtcNow().ToUnixTimeSeconds()), cancellationToken);
        return false;
    }

    private int Report(ExportFolder folder, ExportManifest manifest, LoadCounts counts, Comparison comparison)
    {
        var code = TransferOutcome.Show(output, TransferReport.Of(folder.Path, store.ToString(), counts, comparison), "the command");
        if (code != ExitCode.Ok)
            return code;
        // Every item of the manifest was looked at; and with nothing newer and nothing expired the sums are the same to the last bit.
        if (comparison.Same.Items + comparison.Newer + comparison.Expired != manifest.Items
            || (comparison.Same.Items == manifest.Items && comparison.Same.Sum != manifest.Checksum))
        {
            throw new CommandFailedException("The files changed while they were imported: import again from a copy that nobody writes to.", ExitCode.NotAsExpected);
        }

        File.Delete(folder.ImportFile(store));
        return ExitCode.Ok;
    }
}
