using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>The items of an export's files.</summary>
internal sealed class ExportSource(ExportFolder folder, ExportManifest manifest) : IItemSource
{
    /// <summary>Far above any item's line: 400 KB, each byte escaped or in base64. What is longer is no export's.</summary>
    private const int MaxLineBytes = 4 * 1024 * 1024;

    public int Parts => manifest.Segments.Count;

    /// <exception cref="CommandFailedException">The file is not there, or cannot be read as one of an export.</exception>
    public async IAsyncEnumerable<RawItem> ReadAsync(int part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = folder.SegmentFile(part);
        await using var file = Open(path);
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        var reader = PipeReader.Create(gzip);
        for (var ended = false; !ended;)
        {
            var read = await ReadAsync(reader, path, cancellationToken);
            var rest = read.Buffer;
            while (TryReadLine(ref rest, out var line))
                yield return Parse(line, path);
            if (rest.Length > MaxLineBytes || (read.IsCompleted && rest.Length > 0))
                throw Damaged(path, "a line does not end", null);
            ended = read.IsCompleted;
            reader.AdvanceTo(rest.Start, rest.End);
        }
    }

    private static bool TryReadLine(ref ReadOnlySequence<byte> rest, out ReadOnlySequence<byte> line)
    {
        var end = rest.PositionOf((byte)'\n');
        line = end is { } at ? rest.Slice(0, at) : default;
        if (end is null)
            return false;
        rest = rest.Slice(rest.GetPosition(1, end.Value));
        return true;
    }

    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            throw Damaged(path, fault.Message, fault);
        }
    }

    private static RawItem Parse(ReadOnlySequence<byte> line, string path)
    {
        try
        {
            return RawItemLine.Read(line.ToArray());
        }
        catch (RawItemException fault)
        {
            throw Damaged(path, fault.Message, fault);
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Damaged(path, fault.Message, fault);
        }
    }

    private static CommandFailedException Damaged(string path, string why, Exception? cause) =>
        new($"The export is damaged: {path}: {why}. Take another copy of it.", ExitCode.Refused, cause);
}
