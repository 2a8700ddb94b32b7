namespace Nots.Storage.Table;

/// <summary>A place in the table or in an index: the item's own key and, in an index, its key there.</summary>
public sealed record TablePosition(TableKey Key, IndexKey? IndexKey);
