namespace Nots.Domain.Bookings;

/// <summary>What a booking is about at the moment: the stages of its orchestration.</summary>
public enum BookingStage
{
    /// <summary>Waiting for the card payment.</summary>
    Payment,

    /// <summary>Finding a driver, and keeping one until the journey.</summary>
    DriverAssignment,

    Journey,

    /// <summary>Receipt, statistics, sealing the record; after a no-show, too.</summary>
    Completion,

    /// <summary>Undoing what was done.</summary>
    Cancellation,
}
