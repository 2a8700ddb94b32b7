namespace Nots.Storage.Table;

/// <summary>
/// Which sort keys of a partition: from one to another, both included, or all that begin with a prefix; not both. Ordered by their
/// UTF-8 bytes. Null is open.
/// </summary>
public readonly record struct SortKeyRange(string? From, string? To, string? Prefix)
{
    public static SortKeyRange All => default;

    public static SortKeyRange BeginsWith(string prefix) => new(null, null, prefix);

    public static SortKeyRange Between(string from, string to) => new(from, to, null);

    public static SortKeyRange AtLeast(string from) => new(from, null, null);

    public static SortKeyRange AtMost(string to) => new(null, to, null);
}
