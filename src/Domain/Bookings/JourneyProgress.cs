namespace Nots.Domain.Bookings;

/// <summary>What the driver reports, in this order; a no-show ends it after the arrival.</summary>
public enum JourneyProgress
{
    EnRoute,
    Arrived,
    Onboard,
    Completed,
    NoShow,
}
