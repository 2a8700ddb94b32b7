using System.Net;
using Nots.Client;

namespace Nots.Journeys;

/// <summary>One row of the demo under way: the booking as last seen, and what the customer and staff do with it.</summary>
internal sealed class JourneyRun(JourneyRow row, string idempotencyKey, Cast cast, StripeClient stripe, Patience patience, Action<string> say)
{
    private Booking? _booking;

    public JourneyRow Row => row;

    public Cast Cast => cast;

    public StripeClient Stripe => stripe;

    public Patience Patience => patience;

    public bool IsBooked => _booking is not null;

    /// <summary>As last seen.</summary>
    public Booking Booking => _booking ?? throw new InvalidOperationException("Nothing is booked yet.");

    /// <summary>Who books: an account is billed by staff.</summary>
    private NotsClient Booker => row.PaymentMethod == "account" ? cast.Dispatcher : cast.Customer;

    public void Say(string step) => say(step);

    public Booking Saw(Booking booking) => _booking = booking;

    /// <summary>Asks for a price and books at it.</summary>
    public async Task BookAsync(CancellationToken cancellationToken)
    {
        Say("asking for a price");
        var quote = await QuoteAsync(cancellationToken);
        Say("booking");
        var request = new BookingRequest
        {
            QuoteId = quote.QuoteId,
            Customer = Traveller(),
            PaymentMethod = WireNames.Parse<PaymentMethod>(row.PaymentMethod),
        };
        Saw(await Booker.BookingsCreateAsync(request, idempotencyKey, cancellationToken));
        if (Booking.Payment.Amount != quote.Pricing.Breakdown.Total)
            throw new StepFailedException($"The quote says {quote.Pricing.Breakdown.Total} pence and the booking {Booking.Payment.Amount}.");
    }

    /// <summary>The intent that the customer's browser pays with.</summary>
    public async Task<PaymentIntent> IntentAsync(CancellationToken cancellationToken)
    {
        var intent = await Booker.PaymentsIntentAsync(new PaymentIntentRequest { BookingId = Booking.BookingId }, cancellationToken);
        return intent.Amount == Booking.Payment.Amount
            ? intent
            : throw new StepFailedException($"The payment is for {intent.Amount} pence and the booking for {Booking.Payment.Amount}.");
    }

    /// <summary>Pays with a card that must do what is expected of it.</summary>
    public async Task<PaymentIntent> ConfirmAsync(string card, ConfirmOutcome expected, CancellationToken cancellationToken)
    {
        var intent = await IntentAsync(cancellationToken);
        Say($"paying with {card}");
        var outcome = await stripe.ConfirmAsync(intent.PaymentIntentId, intent.ClientSecret!, card, cancellationToken);
        return outcome == expected ? intent : throw new StepFailedException($"{card} should come out as {expected}, and did as {outcome}.");
    }

    /// <summary>Pays by card where a card pays, and waits for the booking to be confirmed.</summary>
    public async Task PayAsync(CancellationToken cancellationToken)
    {
        if (row.PaymentMethod == "card")
            await ConfirmAsync(row.Card!, ConfirmOutcome.Paid, cancellationToken);
        await ConfirmedAsync(cancellationToken);
    }

    public Task ConfirmedAsync(CancellationToken cancellationToken) =>
        WaitAsync("confirmed", booking => booking.Status == BookingStatus.Confirmed, cancellationToken);

    /// <summary>Waits for the booking to be so.</summary>
    /// <param name="what">As in "to be confirmed".</param>
    /// <param name="reached">Whether it is.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="StepFailedException">It ended otherwise, or took too long.</exception>
    public async Task WaitAsync(string what, Func<Booking, bool> reached, CancellationToken cancellationToken)
    {
        Say($"waiting to be {what}");
        await patience.LookAsync(
            async () => Saw(await cast.Dispatcher.BookingsGetAsync(Booking.BookingId, cancellationToken)),
            booking => reached(booking) || booking.Ended,
            cancellationToken);
        if (!reached(Booking))
            throw new StepFailedException($"It was not {what} within {patience.Limit.TotalSeconds:0} s: {Outcome.Of(Booking)}.");
        Say(Booking.Status.WireName());
    }

    public async Task CancelAsync(NotsClient by, string reason, CancellationToken cancellationToken)
    {
        Say("cancelling");
        Saw(await by.BookingsCancelAsync(Booking.BookingId, reason, cancellationToken: cancellationToken));
    }

    public Task CancelAsCustomerAsync(CancellationToken cancellationToken) => CancelAsync(Booker, "Change of plans", cancellationToken);

    private async Task<Quote> QuoteAsync(CancellationToken cancellationToken)
    {
        var pickupAt = WholeSeconds(patience.Now + row.PickupIn);
        var request = new QuoteRequest
        {
            PickupLocation = new LocationRequest { Address = row.Pickup.Address },
            DropoffLocation = new LocationRequest { Address = row.Dropoff.Address },
            Waypoints = row.Waypoints?.Select(stop => new WaypointRequest { Address = stop.Address, WaitMinutes = stop.WaitMinutes }).ToList(),
            PickupTime = pickupAt,
            ReturnPickupTime = pickupAt + row.ReturnAfter,
            Hours = row.Hours,
            Passengers = row.Passengers,
            Luggage = row.Luggage,
            VehicleType = WireNames.Parse<VehicleType>(row.VehicleType),
            JourneyType = WireNames.Parse<JourneyType>(row.JourneyType),
        };
        try
        {
            return await Booker.QuotesCreateAsync(request, cancellationToken);
        }
        catch (NotsException refusal) when (refusal.Status == HttpStatusCode.BadRequest && refusal.IsAbout("pickupTime", "notice"))
        {
            throw new PolicyOutOfReachException(
                $"The pick-up is {row.PickupIn.TotalMinutes:0} min ahead, and the platform wants longer notice: {refusal.Reason}",
                "Nots__MinimumNotice=00:00:00 (and, for a no-show, Nots__FreeWaiting=00:00:01)");
        }
    }

    /// <summary>Numbers from the range that Ofcom keeps free for drama: nobody's telephone rings.</summary>
    private CustomerRequest Traveller()
    {
        var number = row.Id.Aggregate(0, (sum, letter) => ((sum * 31) + letter) % 1000);
        return new CustomerRequest
        {
            FirstName = "Demo",
            LastName = $"Row {row.Id}",
            Email = $"row-{row.Id}@demo.nots.test".ToLowerInvariant(),
            Phone = $"+447700900{number:000}",
        };
    }

    private static DateTimeOffset WholeSeconds(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));
}
