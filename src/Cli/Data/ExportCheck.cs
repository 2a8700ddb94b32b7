using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>Reads an export whole before anything is written: its counts, its checksums, and whether the target can hold its items.</summary>
internal sealed class ExportCheck(ExportFolder folder, ExportManifest manifest, Func<RawItem, string?> whyNot)
{
    private const int ReportedAtOnce = 100;

    private readonly UnfitItems _unfit = new(whyNot);

    /// <exception cref="CommandFailedException">The files are not those of the manifest, or the target cannot hold an item.</exception>
    public async Task RunAsync(IItemSource source, int parallel, IProgress<long> progress, CancellationToken cancellationToken)
    {
        CheckTotals();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, source.Parts),
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken },
            async (part, stop) => await CheckAsync(source, part, progress, stop));
        _unfit.RefuseAny();
    }

    private async Task CheckAsync(IItemSource source, int part, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var found = default(ItemChecksum);
        await foreach (var item in source.ReadAsync(part, cancellationToken))
        {
            found += item;
            _unfit.Look(item);
            if (found.Items % ReportedAtOnce == 0)
                progress.Report(ReportedAtOnce);
        }

        progress.Report(found.Items % ReportedAtOnce);
        var expected = manifest.Segments[part];
        if (SegmentFacts.Of(found) == expected)
            return;
        throw Damaged($"{folder.SegmentFile(part)} holds {found.Items} items with the checksum {found.Sum[..16]}…, where manifest.json has {expected.Items} with {expected.Checksum[..16]}…");
    }

    private void CheckTotals()
    {
        try
        {
            var total = manifest.Segments.Aggregate(default(ItemChecksum), (sum, segment) => sum + segment.ToChecksum());
            if (total != ItemChecksum.Parse(manifest.Items, manifest.Checksum))
                throw Damaged($"the segments of {folder.ManifestFile} do not add up to its totals");
        }
        catch (FormatException fault)
        {
            throw Damaged($"{folder.ManifestFile}: {fault.Message}");
        }
    }

    private static CommandFailedException Damaged(string what) =>
        new($"The export is damaged: {what}. Nothing was imported. Take another copy of the export.", ExitCode.Refused);
}
