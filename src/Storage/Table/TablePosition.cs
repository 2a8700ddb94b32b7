namespace Nots.Storage.Table;

/// <summary>A place in the table or in an index: the item's own key and, in an index, its key there.</summary>
public sealed record TablePosition(TableKey Key, IndexKey? IndexKey)
{
    /// <summary>Where an item stands.</summary>
    internal static TablePosition Of(TableItem item, TableIndex index) => new(item.Key, index switch
    {
        TableIndex.Gsi1 => item.Gsi1,
        TableIndex.Gsi2 => item.Gsi2,
        TableIndex.Gsi3 => item.Gsi3,
        _ => null,
    });
}
