namespace Nots.Domain.Bookings;

/// <summary>With at least this much notice before the pick-up, this percentage comes back.</summary>
public sealed record CancellationTier(TimeSpan Notice, int RefundPercent);
