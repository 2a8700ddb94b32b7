using Nots.Storage.Transfer;

namespace Nots.Cli.Data;

/// <summary>What an export set out to do: with it, it goes on after a kill. In <c>export.json</c> until the export is complete.</summary>
/// <param name="Format">Of the folder.</param>
/// <param name="Store">The notation of the store that is read.</param>
/// <param name="StartedAt">Epoch seconds; items that had expired then are left out.</param>
/// <param name="Items">How many items the store had, roughly.</param>
/// <param name="Segments">The parts that are read.</param>
internal sealed record ExportPlan(string Format, string Store, long StartedAt, long Items, IReadOnlyList<ScanSegment> Segments);
