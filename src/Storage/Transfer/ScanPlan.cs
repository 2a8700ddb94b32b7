namespace Nots.Storage.Transfer;

/// <param name="Segments">Together the whole table, and no item in two of them.</param>
/// <param name="Items">How many items there are, roughly: DynamoDB counts them every six hours.</param>
public sealed record ScanPlan(IReadOnlyList<ScanSegment> Segments, long Items);
