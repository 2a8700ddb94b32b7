using Nots.Cli.Journeys;
using Nots.Cli.Wire;

namespace Nots.Cli.Demo;

/// <summary>How a booking stands, or must stand, in one line.</summary>
internal static class Outcome
{
    public static string Of(Booking booking) => $"{booking.Status}, payment {booking.Payment.Status}, {Pounds(booking.Payment.Refunded)} back";

    public static string Of(Expectation expected) => $"{expected.Status}, payment {expected.PaymentStatus}, {expected.RefundedPercent} % back";

    public static bool Meets(this Booking booking, Expectation expected) =>
        booking.Status == expected.Status
        && booking.Payment.Status == expected.PaymentStatus
        && booking.Payment.Refunded == expected.RefundOf(booking.Payment.Amount);

    /// <param name="pence">An amount.</param>
    public static string Pounds(long pence) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"£{pence / 100m:0.00}");
}
