namespace Nots.Storage.Table;

/// <summary>An item's place in a secondary index: attributes <c>GSInPK</c> and <c>GSInSK</c>.</summary>
public readonly record struct IndexKey(string PartitionKey, string SortKey);
