namespace Nots.Domain.Common;

/// <summary>Something that is stored under an identity of its own.</summary>
public abstract record Entity
{
    /// <summary>Counts up from 1 with every stored change; 0 before the first.</summary>
    public long Version { get; init; }

    /// <summary>UTC, to the second.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC, to the second.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
