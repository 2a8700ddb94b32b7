namespace Nots.Storage.Table;

/// <summary>An item is over DynamoDB's 400 KB.</summary>
public sealed class TableItemTooLargeException(TableKey key, long bytes)
    : Exception($"Item {key} has {bytes} bytes; an item has at most {MaxBytes}.")
{
    /// <summary>400 KB, names and values together.</summary>
    public const int MaxBytes = 400 * 1024;
}
