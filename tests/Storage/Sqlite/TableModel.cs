using Nots.Storage.Table;

namespace Nots.Storage.Tests.Sqlite;

/// <summary>What a table is, in the simplest words: a dictionary, filtered and sorted anew for each question.</summary>
internal sealed class TableModel
{
    private readonly Dictionary<TableKey, TableItem> _items = [];

    public long Now { get; set; }

    public TableItem? Get(TableKey key) => _items.GetValueOrDefault(key) is { } item && !(item.TimeToLive < Now) ? item : null;

    public List<FailedCondition> Write(IReadOnlyList<TableWrite> writes)
    {
        var failures = writes.Index()
            .Where(write => !Holds(write.Item.Condition, Get(write.Item.Key)))
            .Select(write => new FailedCondition(write.Index, Get(write.Item.Key)))
            .ToList();
        if (failures.Count == 0)
        {
            foreach (var write in writes)
                Change(write);
        }

        return failures;
    }

    public List<TableItem> Query(TableQuery query)
    {
        var found = _items.Values
            .Where(item => Get(item.Key) is not null)
            .Select(item => (Item: item, Place: Place(item, query.Index)))
            .Where(pair => pair.Place is { } place && place.PartitionKey == query.PartitionKey && TableKeys.Contains(query.Range, place.SortKey))
            .OrderBy(pair => Bytes(pair.Place!.Value.SortKey), StringComparer.Ordinal)
            .ThenBy(pair => Bytes(pair.Item.Key.PartitionKey), StringComparer.Ordinal)
            .ThenBy(pair => Bytes(pair.Item.Key.SortKey), StringComparer.Ordinal)
            .Select(pair => pair.Item)
            .ToList();
        if (query.Descending)
            found.Reverse();
        return found;
    }

    private static string Bytes(string text) => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text));

    private static bool Holds(TableCondition condition, TableItem? item) => condition switch
    {
        TableCondition.Absent => item is null,
        TableCondition.Present => item is not null,
        TableCondition.AtVersion at => item?.Version == at.Version,
        _ => true,
    };

    private static IndexKey? Place(TableItem item, TableIndex index) => index switch
    {
        TableIndex.Primary => new IndexKey(item.Key.PartitionKey, item.Key.SortKey),
        TableIndex.Gsi1 => item.Gsi1,
        TableIndex.Gsi2 => item.Gsi2,
        _ => item.Gsi3,
    };

    private void Change(TableWrite write)
    {
        if (write is TableWrite.Put put)
            _items[put.Key] = put.Item;
        else if (write is TableWrite.Delete)
            _items.Remove(write.Key);
    }
}
