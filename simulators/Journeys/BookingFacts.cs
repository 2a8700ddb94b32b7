using Nots.Client;

namespace Nots.Journeys;

/// <summary>What the journeys read out of a booking.</summary>
public static class BookingFacts
{
    extension(Booking booking)
    {
        /// <summary>Whether nothing more can become of it.</summary>
        public bool Ended => booking.Status is BookingStatus.Completed or BookingStatus.Cancelled or BookingStatus.NoShow;

        /// <summary>What was taken from the card, whether or not some went back, pence.</summary>
        public long Charged =>
            booking.Payment.Status is PaymentStatus.Completed or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded ? booking.Payment.Amount : 0;
    }
}
