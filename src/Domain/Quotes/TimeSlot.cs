namespace Nots.Domain.Quotes;

/// <summary>A stretch of time, UTC: from inclusive, to exclusive.</summary>
public sealed record TimeSlot(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Whether the two come nearer to each other than a margin allows.</summary>
    public bool Overlaps(TimeSlot other, TimeSpan margin) => From < other.To + margin && other.From < To + margin;
}
