using Nots.Storage.Table;

namespace Nots.Cli.Data;

/// <summary>How far a segment's file is: what lies beyond is cut off after a kill and read again.</summary>
/// <param name="After">Where the scan goes on.</param>
/// <param name="Length">Bytes of the file that are on disk for certain.</param>
/// <param name="Facts">What is in those bytes.</param>
/// <param name="LeftOut">How many items had expired.</param>
/// <param name="IsDone">The segment is read to its end.</param>
internal sealed record SegmentCheckpoint(TableKey? After, long Length, SegmentFacts Facts, long LeftOut, bool IsDone)
{
    public static SegmentCheckpoint Start { get; } = new(null, 0, SegmentFacts.Of(default), 0, false);
}
