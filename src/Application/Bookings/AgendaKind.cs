namespace Nots.Application.Bookings;

/// <summary>What time brings to a booking.</summary>
public enum AgendaKind
{
    /// <summary>The card was not paid in time.</summary>
    HoldEnds,

    /// <summary>The customer is reminded.</summary>
    Reminder,

    /// <summary>The dispatchers are told that there is no driver.</summary>
    Unassigned,

    /// <summary>Driver and vehicle are looked at again.</summary>
    ComplianceCheck,

    /// <summary>The driver should be at the pick-up by now.</summary>
    DriverLate,

    /// <summary>The journey should be over by now.</summary>
    JourneyOverdue,
}
