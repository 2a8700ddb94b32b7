using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>What one file of an export holds.</summary>
internal sealed record SegmentFacts(long Items, string Checksum)
{
    public static SegmentFacts Of(ItemChecksum checksum) => new(checksum.Items, checksum.Sum);

    /// <exception cref="FormatException">The checksum is none.</exception>
    public ItemChecksum ToChecksum() => ItemChecksum.Parse(Items, Checksum);
}
