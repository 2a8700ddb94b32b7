namespace Nots.Storage.Table;

/// <summary>The items of one partition of the table or of an index, in the order of their sort keys.</summary>
/// <param name="Limit">At most this many items, at least 1. A page may hold fewer (1 MB) and still have a next one.</param>
/// <param name="After">Exclusive: where the page before ended.</param>
public sealed record TableQuery(
    TableIndex Index,
    string PartitionKey,
    SortKeyRange Range = default,
    bool Descending = false,
    int Limit = 100,
    TablePosition? After = null,
    Consistency Consistency = Consistency.Eventual);
