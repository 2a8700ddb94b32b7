namespace Nots.Cli.Journeys;

/// <summary>One journey of the demo: what is booked, what becomes of it, and how it must end.</summary>
/// <param name="PickupIn">From the start of the row to the pick-up.</param>
/// <param name="ReturnAfter">From the pick-up to the way back; only of a return.</param>
/// <param name="Hours">Only of a journey by the hour.</param>
/// <param name="Card">Stripe's test payment method, such as <c>pm_card_visa</c>; only with a card.</param>
internal sealed record JourneyRow(
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
