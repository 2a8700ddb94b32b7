namespace Nots.Cli.Data;

/// <summary>What a complete export holds. It is written last, so a folder with one is complete.</summary>
/// <param name="Format">Of the folder.</param>
/// <param name="Store">The notation of the store that was read.</param>
/// <param name="StartedAt">Epoch seconds.</param>
/// <param name="EndedAt">Epoch seconds.</param>
/// <param name="Items">How many items there are in all files together.</param>
/// <param name="Checksum">Over all items, in whatever order: see <see cref="Storage.Transfer.ItemChecksum"/>.</param>
/// <param name="LeftOut">How many items had expired when the export began.</param>
/// <param name="Segments">A file each, in order.</param>
internal sealed record ExportManifest(
    string Format, string Store, long StartedAt, long EndedAt, long Items, string Checksum, long LeftOut, IReadOnlyList<SegmentFacts> Segments)
{
    /// <summary>The only format so far.</summary>
    public const string CurrentFormat = "nots-export-1";
}
