
namespace Nots.Journeys.Tests.Fakes;

/// <summary>Rows for the fake platform.</summary>
internal static class Rows
{
    public static JourneyRow Of(
        Scenario scenario, string status, string paymentStatus, int refundedPercent = 0, double pickupInHours = 24, string? card = "pm_card_visa", string method = "card") =>
        new(
            Id: $"{scenario}",
            Title: $"{scenario}",
            Pickup: new JourneyStop("A"),
            Dropoff: new JourneyStop("B"),
            PickupIn: TimeSpan.FromHours(pickupInHours),
            Passengers: 1,
            Luggage: 0,
            VehicleType: "standard",
            JourneyType: "one_way",
            PaymentMethod: method,
            Scenario: scenario,
            Expected: new Expectation(status, paymentStatus, refundedPercent),
            Card: method == "card" ? card : null);

    public static JourneyRow Complete => Of(Scenario.Complete, "completed", "completed");

    public static JourneyRow CancelEarly => Of(Scenario.CancelEarly, "cancelled", "refunded", 100);

    public static JourneyRow CancelLate => Of(Scenario.CancelLate, "cancelled", "partially_refunded", 50, pickupInHours: 1);

    public static JourneyRow NoShow => Of(Scenario.NoShow, "no_show", "completed", pickupInHours: 0);

    public static JourneyRow PaymentTimeout => Of(Scenario.PaymentTimeout, "cancelled", "cancelled");
}
