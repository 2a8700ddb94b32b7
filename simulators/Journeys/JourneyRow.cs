namespace Nots.Journeys;

/// <summary>One journey of the demo: what is booked, what becomes of it, and how it must end.</summary>
/// <param name="PickupIn">From the start of the row to the pick-up.</param>
/// <param name="ReturnAfter">From the pick-up to the way back; only of a return.</param>
/// <param name="Hours">Only of a journey by the hour.</param>
/// <param name="Card">Stripe's test payment method, such as <c>pm_card_visa</c>; only with a card.</param>
public sealed record JourneyRow(
    string Id,
    string Title,
    JourneyStop Pickup,
    JourneyStop Dropoff,
    TimeSpan PickupIn,
    int Passengers,
    int Luggage,
    string VehicleType,
    string JourneyType,
    string PaymentMethod,
    Scenario Scenario,
    Expectation Expected,
    IReadOnlyList<JourneyStop>? Waypoints = null,
    TimeSpan? ReturnAfter = null,
    int? Hours = null,
    string? Card = null);

/// <summary>A place, as a customer would type it.</summary>
/// <param name="WaitMinutes">At a via stop.</param>
public sealed record JourneyStop(string Address, int WaitMinutes = 0);

/// <summary>How a row must end.</summary>
/// <param name="Status">The booking's.</param>
/// <param name="PaymentStatus">The payment's.</param>
/// <param name="RefundedPercent">Of the fare, 0 to 100.</param>
public sealed record Expectation(string Status, string PaymentStatus, int RefundedPercent)
{
    /// <summary>What must have gone back of a fare, pence, halves up as the platform rounds.</summary>
    public long RefundOf(long fare) => (long)Math.Round(fare * RefundedPercent / 100m, MidpointRounding.AwayFromZero);
}

/// <summary>What becomes of a booking in a demo.</summary>
public enum Scenario
{
    /// <summary>Paid, driven, completed.</summary>
    Complete,

    /// <summary>The customer cancels well ahead.</summary>
    CancelEarly,

    /// <summary>The customer cancels shortly before the pick-up, with a driver assigned.</summary>
    CancelLate,

    /// <summary>The customer cancels when the driver is on the way.</summary>
    CancelEnRoute,

    /// <summary>Staff cancel.</summary>
    CancelByStaff,

    /// <summary>The passenger does not come.</summary>
    NoShow,

    /// <summary>The card is declined and the customer gives up.</summary>
    Declined,

    /// <summary>The card is declined, another one is taken, and the journey is driven.</summary>
    DeclinedThenPaid,

    /// <summary>The bank asks the card holder; then paid, driven, completed.</summary>
    Authentication,

    /// <summary>Nobody pays, and the hold ends.</summary>
    PaymentTimeout,
}
