namespace Nots.Storage.Table;

/// <summary>The primary key of an item: attributes <c>PK</c> and <c>SK</c>.</summary>
public readonly record struct TableKey(string PartitionKey, string SortKey)
{
    public override string ToString() => $"{PartitionKey} / {SortKey}";
}
