namespace Nots.Storage.Table;

/// <summary>
/// What every store refuses in the arguments of <see cref="ITable"/>, once for all of them: DynamoDB's limits
/// ("Quotas in Amazon DynamoDB"), so that what one machine accepts in development the cloud accepts as well.
/// </summary>
internal static class TableRequests
{
    public const int MaxKeys = 100;

    public const int MaxTransactionWrites = 100;

    /// <summary>The items of one transaction together, read or written.</summary>
    public const int MaxTransactionBytes = 4 * 1024 * 1024;

    public static void Validate(TableKey key) => TableKeys.Validate(key);

    public static void Validate(IReadOnlyCollection<TableKey> keys)
    {
        if (keys.Count > MaxKeys)
            throw new ArgumentException($"One read has at most {MaxKeys} keys; this one has {keys.Count}.", nameof(keys));
        foreach (var key in keys)
            TableKeys.Validate(key);
        RefuseTwice(keys, nameof(keys));
    }

    /// <exception cref="TableItemTooLargeException">The item is over 400 KB.</exception>
    public static MeasuredWrite Validate(TableWrite write) => Validate(write, ItemSize.Of);

    /// <summary>The same for a store that measures an item while it puts it into its own form.</summary>
    /// <param name="write">To be checked.</param>
    /// <param name="measure">As <see cref="ItemSize.Of"/> does, with the same exceptions.</param>
    /// <exception cref="TableItemTooLargeException">The item is over 400 KB.</exception>
    public static MeasuredWrite Validate(TableWrite write, Func<TableItem, long> measure)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (write.Condition is null)
            throw new ArgumentException("A write has a condition, if only None.", nameof(write));
        TableKeys.Validate(write.Key);
        return new MeasuredWrite(write, write is TableWrite.Put put ? Measure(put, measure) : 0);
    }

    /// <exception cref="TableItemTooLargeException">An item is over 400 KB.</exception>
    public static MeasuredWrite[] ValidateTransaction(IReadOnlyList<TableWrite> writes) => ValidateTransaction(writes, ItemSize.Of);

    /// <inheritdoc cref="Validate(TableWrite, Func{TableItem, long})"/>
    public static MeasuredWrite[] ValidateTransaction(IReadOnlyList<TableWrite> writes, Func<TableItem, long> measure)
    {
        if (writes.Count is 0 or > MaxTransactionWrites)
            throw new ArgumentException($"A transaction has 1 to {MaxTransactionWrites} writes; this one has {writes.Count}.", nameof(writes));

        var measured = ValidateDistinct(writes, measure);
        var total = measured.Sum(write => (long)write.Bytes);
        return total <= MaxTransactionBytes
            ? measured
            : throw new ArgumentException($"A transaction has at most {MaxTransactionBytes} bytes; this one has {total}.", nameof(writes));
    }

    /// <exception cref="TableItemTooLargeException">An item is over 400 KB.</exception>
    public static MeasuredWrite[] ValidateBatch(IReadOnlyList<TableWrite> writes)
    {
        foreach (var write in writes)
        {
            if (write is not (TableWrite.Put or TableWrite.Delete) || write.Condition is not TableCondition.Always)
                throw new ArgumentException("A batch has only puts and deletes without conditions.", nameof(writes));
        }

        return ValidateDistinct(writes, ItemSize.Of);
    }

    /// <summary>A transactional read gives at most as many bytes as a transactional write takes.</summary>
    public static void ValidateTransactionRead(long bytes)
    {
        if (bytes > MaxTransactionBytes)
            throw new ArgumentException($"A transaction has at most {MaxTransactionBytes} bytes; these items have {bytes}.", nameof(bytes));
    }

    public static void Validate(TableQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!Enum.IsDefined(query.Index))
            throw new ArgumentException($"There is no index {query.Index}.", nameof(query));
        if (query.Limit < 1)
            throw new ArgumentException($"The limit is at least 1; it is {query.Limit}.", nameof(query));
        if (query.Index != TableIndex.Primary && query.Consistency == Consistency.Strong)
            throw new ArgumentException("An index has only eventually consistent reads.", nameof(query));

        TableKeys.ValidatePartition(query.PartitionKey);
        TableKeys.Validate(query.Range);
        if (query.After is { } after)
            Validate(query, after);
    }

    private static void Validate(TableQuery query, TablePosition after)
    {
        TableKeys.Validate(after.Key);
        if (query.Index == TableIndex.Primary != after.IndexKey is null)
            throw new ArgumentException("The position is not from the index that is queried.", nameof(query));
        if (after.IndexKey is { } indexKey)
            TableKeys.Validate(indexKey);

        var (partition, sort) = after.IndexKey is { } index ? (index.PartitionKey, index.SortKey) : (after.Key.PartitionKey, after.Key.SortKey);
        if (partition != query.PartitionKey)
            throw new ArgumentException("The position is from another partition.", nameof(query));
        if (!TableKeys.Contains(query.Range, sort))
            throw new ArgumentException("The position is outside the range that is queried.", nameof(query));
    }

    private static int Measure(TableWrite.Put put, Func<TableItem, long> measure)
    {
        var item = put.Item ?? throw new ArgumentException("A put has an item.", nameof(put));
        if (item.Key != put.Key)
            throw new ArgumentException($"A put of {put.Key} carries the item {item.Key}.", nameof(put));
        if (string.IsNullOrEmpty(item.EntityType))
            throw new ArgumentException("An item has an entity type.", nameof(put));
        if (item.Version < 1)
            throw new ArgumentException($"Versions count from 1; this one is {item.Version}.", nameof(put));

        foreach (var key in (ReadOnlySpan<IndexKey?>)[item.Gsi1, item.Gsi2, item.Gsi3])
        {
            if (key is { } indexKey)
                TableKeys.Validate(indexKey);
        }

        var bytes = measure(item);
        return bytes <= TableItemTooLargeException.MaxBytes ? (int)bytes : throw new TableItemTooLargeException(item.Key, bytes);
    }

    private static MeasuredWrite[] ValidateDistinct(IReadOnlyList<TableWrite> writes, Func<TableItem, long> measure)
    {
        var measured = new MeasuredWrite[writes.Count];
        for (var i = 0; i < measured.Length; i++)
            measured[i] = Validate(writes[i], measure);
        RefuseTwice(writes.Select(write => write.Key), nameof(writes));
        return measured;
    }

    private static void RefuseTwice(IEnumerable<TableKey> keys, string name)
    {
        var seen = new HashSet<TableKey>();
        foreach (var key in keys)
        {
            if (!seen.Add(key))
                throw new ArgumentException($"One request has each item once; {key} is in it twice.", name);
        }
    }
}
