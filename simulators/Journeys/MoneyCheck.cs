using Nots.Client;

namespace Nots.Journeys;

/// <summary>Holds what the platform says of the money against the Stripe simulator's books, booking by booking.</summary>
internal static class MoneyCheck
{
    private static readonly LedgerLine Nothing = new(0, 0);

    /// <param name="bookings">Those of the demo.</param>
    /// <param name="stripe">With the books.</param>
    /// <param name="alone">Whether nobody else uses the platform, so that the books must have no other money.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task<MoneyReport> RunAsync(
        IReadOnlyList<Booking> bookings, StripeClient stripe, bool alone, CancellationToken cancellationToken)
    {
        var ledger = await stripe.LedgerAsync(cancellationToken);
        var faults = new List<string>();
        foreach (var booking in bookings)
        {
            faults.AddRange(Compare(booking, ledger.GetValueOrDefault(booking.BookingId, Nothing)));
            if (booking.Payment.PaymentIntentId is { } intent)
                faults.AddRange(await CountAsync(booking, intent, stripe, cancellationToken));
        }
        if (alone)
            faults.AddRange(ledger.Keys.Except(bookings.Select(booking => booking.BookingId)).Select(id => $"The ledger has money for '{id}', which no row booked."));
        var lines = bookings.Select(booking => ledger.GetValueOrDefault(booking.BookingId, Nothing)).ToList();
        return new MoneyReport(
            bookings.Sum(booking => booking.Charged),
            bookings.Sum(booking => (long)booking.Payment.Refunded),
            lines.Sum(line => line.Charged),
            lines.Sum(line => line.Refunded),
            faults);
    }

    private static IEnumerable<string> Compare(Booking booking, LedgerLine line)
    {
        if (booking.Charged != line.Charged)
            yield return $"{booking.BookingReference}: the platform says {booking.Charged} pence charged, the ledger {line.Charged}.";
        if (booking.Payment.Refunded != line.Refunded)
            yield return $"{booking.BookingReference}: the platform says {booking.Payment.Refunded} pence refunded, the ledger {line.Refunded}.";
    }

    /// <summary>One charge for a fare that was paid, none for another; at most one refund.</summary>
    private static async Task<IReadOnlyList<string>> CountAsync(
        Booking booking, string intent, StripeClient stripe, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var due = booking.Charged > 0 ? 1 : 0;
        if (await stripe.ChargesAsync(intent, cancellationToken) is var charges && charges != due)
            faults.Add($"{booking.BookingReference}: charged {charges} times instead of {due}.");
        if (await stripe.RefundsAsync(intent, cancellationToken) is var refunds && refunds > 1)
            faults.Add($"{booking.BookingReference}: refunded {refunds} times.");
        return faults;
    }
}
