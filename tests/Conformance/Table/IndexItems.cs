using Nots.Storage.Table;

namespace Nots.Conformance.Table;

/// <summary>An item's key in an index that is chosen at run time.</summary>
internal static class IndexItems
{
    public static IndexKey? KeyIn(TableItem item, TableIndex index) => index switch
    {
        TableIndex.Gsi1 => item.Gsi1,
        TableIndex.Gsi2 => item.Gsi2,
        TableIndex.Gsi3 => item.Gsi3,
        _ => null,
    };

    public static TableItem With(TableItem item, TableIndex index, IndexKey? key) => index switch
    {
        TableIndex.Gsi1 => item with { Gsi1 = key },
        TableIndex.Gsi2 => item with { Gsi2 = key },
        TableIndex.Gsi3 => item with { Gsi3 = key },
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };
}
