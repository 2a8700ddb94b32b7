namespace Nots.Storage.Table;

/// <summary>One item: the envelope that all entities share, and the entity's own attributes as JSON (the map <c>Data</c>).</summary>
public sealed record TableItem
{
    public required TableKey Key { get; init; }

    public required string EntityType { get; init; }

    /// <summary>
    /// A JSON object, UTF-8, at most 32 levels deep (31 objects or lists, and what is in them), each name once. Its numbers are
    /// integers or decimals of at most 38 digits.
    /// The order of its names, its white space and the way in which a number is written may change in the store.
    /// </summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>Epoch seconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Epoch seconds.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>Counts up from 1 with every write: optimistic concurrency.</summary>
    public required long Version { get; init; }

    /// <summary>
    /// The last epoch second in which the item is there; after it no read and no condition sees it. Null to keep it.
    /// </summary>
    public long? TimeToLive { get; init; }

    public IndexKey? Gsi1 { get; init; }

    public IndexKey? Gsi2 { get; init; }

    public IndexKey? Gsi3 { get; init; }
}
