using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>Writes a table into a folder; begun by one process, it may be finished by another.</summary>
internal sealed class Exporter(ExportFolder folder, ITableScan source, string store, TimeProvider time)
{
    /// <summary>The plan of the export that was begun here, or a new one.</summary>
    /// <exception cref="CommandFailedException">The folder holds the beginning of another store's export.</exception>
    public async Task<(ExportPlan Plan, bool GoesOn)> PlanAsync(int segments, CancellationToken cancellationToken)
    {
        if (await JsonFile.ReadAsync<ExportPlan>(folder.PlanFile, cancellationToken) is { } begun)
        {
            return begun.Store == store
                ? (begun, true)
                : throw new CommandFailedException($"{folder.Path} holds the beginning of an export of {begun.Store}, not of {store}. Name another folder.", ExitCode.Refused);
        }

        var scan = await source.PlanAsync(segments, cancellationToken);
        var plan = new ExportPlan(ExportManifest.CurrentFormat, store, time.GetUtcNow().ToUnixTimeSeconds(), scan.Items, scan.Segments);
        await JsonFile.WriteAsync(folder.PlanFile, plan, cancellationToken);
        return (plan, false);
    }

    public async Task<ExportManifest> RunAsync(ExportPlan plan, int parallel, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var done = new SegmentCheckpoint[plan.Segments.Count];
        await Parallel.ForEachAsync(
            plan.Segments,
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken },
            async (segment, stop) => done[segment.Number] = await new SegmentExport(folder, source, segment, plan.StartedAt, progress).RunAsync(stop));

        var total = done.Aggregate(default(ItemChecksum), (sum, segment) => sum + segment.Facts.ToChecksum());
        var manifest = new ExportManifest(
            plan.Format, store, plan.StartedAt, time.GetUtcNow().ToUnixTimeSeconds(), total.Items, total.Sum,
            done.Sum(segment => segment.LeftOut), [.. done.Select(segment => segment.Facts)]);
        await JsonFile.WriteAsync(folder.ManifestFile, manifest, cancellationToken);
        CleanUp(plan);
        return manifest;
    }

    private void CleanUp(ExportPlan plan)
    {
        foreach (var segment in plan.Segments)
            File.Delete(folder.CheckpointFile(segment.Number));
        foreach (var leftover in Directory.EnumerateFiles(folder.Path, "*" + JsonFile.Unfinished))
            File.Delete(leftover);
        File.Delete(folder.PlanFile);
    }
}
