namespace Nots.Storage.Table;

/// <summary>DynamoDB's limits of keys: a partition key of 1 to 2048 bytes, a sort key of 1 to 1024, in UTF-8.</summary>
internal static class TableKeys
{
    public const int MaxPartitionKeyBytes = 2048;

    public const int MaxSortKeyBytes = 1024;

    /// <summary>Whether an item could have this key; what comes from outside need not be a key at all.</summary>
    public static bool IsPossible(TableKey key) =>
        IsPossible(key.PartitionKey, MaxPartitionKeyBytes) && IsPossible(key.SortKey, MaxSortKeyBytes);

    /// <summary>Whether there could be a partition of this key.</summary>
    public static bool IsPossiblePartition(string key) => IsPossible(key, MaxPartitionKeyBytes);

    public static void Validate(TableKey key)
    {
        ValidatePartition(key.PartitionKey);
        ValidateSort(key.SortKey, "A sort key");
    }

    public static void Validate(IndexKey key)
    {
        ValidatePartition(key.PartitionKey);
        ValidateSort(key.SortKey, "A sort key");
    }

    public static void ValidatePartition(string? key) => Validate(key, MaxPartitionKeyBytes, "A partition key");

    public static void Validate(SortKeyRange range)
    {
        if (range.Prefix is not null && (range.From is not null || range.To is not null))
            throw new ArgumentException("A range has a prefix or bounds, not both.", nameof(range));
        foreach (var bound in (ReadOnlySpan<string?>)[range.From, range.To, range.Prefix])
        {
            if (bound is not null)
                ValidateSort(bound, "A bound of a range");
        }

        if (range is { From: { } from, To: { } to } && Utf8.Compare(from, to) > 0)
            throw new ArgumentException("A range begins at or before its end.", nameof(range));
    }

    /// <summary>Whether a valid range holds a sort key.</summary>
    public static bool Contains(SortKeyRange range, string sortKey) =>
        (range.From is null || Utf8.Compare(sortKey, range.From) >= 0)
        && (range.To is null || Utf8.Compare(sortKey, range.To) <= 0)
        && (range.Prefix is null || sortKey.StartsWith(range.Prefix, StringComparison.Ordinal));

    private static bool IsPossible(string key, int max)
    {
        if (key.Length == 0 || key.Length > max)
            return false;
        for (var i = 0; i < key.Length; i++)
        {
            if (char.IsSurrogate(key[i]) && (i + 1 == key.Length || !char.IsSurrogatePair(key[i], key[++i])))
                return false;
        }
        return Utf8.Count(key) <= max;
    }

    private static void ValidateSort(string? key, string what) => Validate(key, MaxSortKeyBytes, what);

    private static void Validate(string? key, int max, string what)
    {
        if (string.IsNullOrEmpty(key))
            throw new ArgumentException($"{what} is not empty.", nameof(key));

        int bytes;
        try
        {
            bytes = Utf8.Count(key);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"{what} is well-formed Unicode; this one holds half a surrogate pair.", nameof(key), e);
        }

        if (bytes > max)
            throw new ArgumentException($"{what} has at most {max} bytes; this one has {bytes}.", nameof(key));
    }
}
