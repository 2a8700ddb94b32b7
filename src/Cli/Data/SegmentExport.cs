using System.Buffers;
using System.IO.Compression;
using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>
/// Writes one segment's file, page by page: each page is compressed by itself (files of gzip may follow each other in one), brought to
/// disk, and then noted in the checkpoint. After a kill the file is cut where the checkpoint says, and the scan goes on there.
/// </summary>
internal sealed class SegmentExport(ExportFolder folder, ITableScan source, ScanSegment segment, long startedAt, IProgress<long> progress)
{
    private readonly ArrayBufferWriter<byte> _lines = new(1 << 20);

    /// <returns>What the finished file holds.</returns>
    public async Task<SegmentCheckpoint> RunAsync(CancellationToken cancellationToken)
    {
        var at = await JsonFile.ReadAsync<SegmentCheckpoint>(folder.CheckpointFile(segment.Number), cancellationToken) ?? SegmentCheckpoint.Start;
        progress.Report(at.Facts.Items);
        if (!at.IsDone)
            at = await WriteAsync(at, cancellationToken);
        if (!File.Exists(folder.SegmentFile(segment.Number)))
            File.Move(folder.UnfinishedFile(segment.Number), folder.SegmentFile(segment.Number));
        return at;
    }

    private async Task<SegmentCheckpoint> WriteAsync(SegmentCheckpoint at, CancellationToken cancellationToken)
    {
        await using var file = folder.OpenUnfinished(segment.Number);
        if (file.Length < at.Length)
            throw new CommandFailedException($"{file.Name} is shorter than its checkpoint says: delete the folder and export again.", ExitCode.Refused);
        file.SetLength(at.Length);
        file.Position = at.Length;
        while (!at.IsDone)
        {
            var page = await source.ScanAsync(segment, at.After, cancellationToken);
            var (written, leftOut) = Write(file, page);
            file.Flush(flushToDisk: true);
            var facts = SegmentFacts.Of(at.Facts.ToChecksum() + written);
            at = new SegmentCheckpoint(page.Next, file.Length, facts, at.LeftOut + leftOut, page.Next is null);
            await JsonFile.WriteAsync(folder.CheckpointFile(segment.Number), at, cancellationToken);
            progress.Report(page.Items.Count);
        }

        return at;
    }

    private (ItemChecksum Written, long LeftOut) Write(FileStream file, ScanPage page)
    {
        var written = default(ItemChecksum);
        _lines.ResetWrittenCount();
        foreach (var item in page.Items.Where(item => !item.HasExpired(startedAt)))
        {
            RawItemLine.Write(_lines, item);
            written += item;
        }

        if (_lines.WrittenCount > 0)
        {
            using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(_lines.WrittenSpan);
        }

        return (written, page.Items.Count - written.Items);
    }
}
