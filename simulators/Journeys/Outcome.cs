using Nots.Client;

namespace Nots.Journeys;

/// <summary>How a booking stands, or must stand, in one line.</summary>
internal static class Outcome
{
    public static string Of(Booking booking) => $"{booking.Status.WireName()}, payment {booking.Payment.Status.WireName()}, {Pounds(booking.Payment.Refunded)} back";

    public static string Of(Expectation expected) => $"{expected.Status}, payment {expected.PaymentStatus}, {expected.RefundedPercent} % back";

    public static bool Meets(this Booking booking, Expectation expected) =>
        booking.Status.WireName() == expected.Status
        && booking.Payment.Status.WireName() == expected.PaymentStatus
        && booking.Payment.Refunded == expected.RefundOf(booking.Payment.Amount);

    /// <param name="pence">An amount.</param>
    public static string Pounds(long pence) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"£{pence / 100m:0.00}");
}
