namespace Nots.LocalHost.Tests.Crash;

/// <summary>What one customer is going to do.</summary>
/// <param name="Number">From 0.</param>
/// <param name="ByCard">Otherwise cash.</param>
/// <param name="Declined">Whether the first card is declined.</param>
/// <param name="Pick">Which of the drivers who may do the job gets it.</param>
internal sealed record PlannedBooking(
    int Number, DateTimeOffset PickupAt, string VehicleClass, bool ByCard, bool Declined, Ending Ending, int Pick)
{
    public bool Paid => ByCard && Ending != Ending.CancelledUnpaid;

    public bool HasDriver => Ending is Ending.Completed or Ending.CancelledAssigned or Ending.CancelledEnRoute;

    /// <summary>The pick-up is days away, so all of it until the driver is on the way.</summary>
    public bool Refunded => Paid && (Ending is Ending.CancelledConfirmed or Ending.CancelledAssigned);

    public string FinalStatus => Ending == Ending.Completed ? "completed" : "cancelled";

    public string FinalPaymentStatus => this switch
    {
        { ByCard: false } => "not_required",
        { Paid: false } => "cancelled",
        { Refunded: true } => "refunded",
        _ => "completed",
    };

    /// <summary>The last step that the driver reports; null where it does not come to that.</summary>
    public string? LastReport => Ending switch
    {
        Ending.Completed => "completed",
        Ending.CancelledEnRoute => "en_route",
        _ => null,
    };

    /// <summary>How many steps its customer, dispatcher and driver take together.</summary>
    public int Steps =>
        2 + (ByCard ? 1 : 0) + (Declined ? 1 : 0) + (Paid ? 2 : 0) + (HasDriver ? 1 : 0)
        + (Ending switch { Ending.Completed => 4, Ending.CancelledEnRoute => 2, _ => 1 });
}
