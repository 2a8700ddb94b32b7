using Nots.Domain.Common;

namespace Nots.Domain.Bookings;

/// <summary>What a customer gets back who cancels.</summary>
public sealed record CancellationPolicy : Entity
{
    /// <summary>Any order; the longest notice that was given counts.</summary>
    public required IReadOnlyList<CancellationTier> Tiers { get; init; }

    /// <summary>Once the driver is on the way, in percent.</summary>
    public int RefundPercentEnRoute { get; init; }

    /// <summary>2 hours or more 100 %, less than that 50 %, nothing once the driver is on the way.</summary>
    public static CancellationPolicy Default { get; } =
        new() { Tiers = [new CancellationTier(TimeSpan.FromHours(2), 100), new CancellationTier(TimeSpan.Zero, 50)] };

    /// <param name="booking">As it stands.</param>
    /// <param name="now">UTC.</param>
    public int RefundPercent(Booking booking, DateTimeOffset now)
    {
        if (booking.Status == BookingStatus.InProgress)
            return RefundPercentEnRoute;
        var notice = booking.Journey.PickupAt - now;
        // After the pick-up time no notice was given at all, and that is what a tier of zero is for.
        if (notice < TimeSpan.Zero)
            notice = TimeSpan.Zero;
        return Tiers.Where(tier => notice >= tier.Notice).MaxBy(tier => tier.Notice)?.RefundPercent ?? 0;
    }
}
