using System.Globalization;
using Nots.Application.Bookings;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Messages;

namespace Nots.Application.Messages;

/// <summary>What is said to whom when something happens to a booking: the texts, and nothing of how they get there.</summary>
public sealed class BookingNotices(Policies policies, ManageTokens manageTokens, ILondonTime london)
{
    /// <summary>
    /// The sequence of the last event that anything may have to be said about; 0 while there is none. Only the events that are never
    /// told count as such.
    /// </summary>
    public static int LastTold(Booking booking)
    {
        var sequence = booking.Timeline.Count;
        while (sequence > 0 && IsSilent(booking, booking.Timeline[sequence - 1].Event))
            sequence--;
        return sequence;
    }

    /// <summary>The notices of one event of a booking.</summary>
    public IReadOnlyList<Notice> For(Booking booking, BookingEvent happened) =>
        [.. Said(booking, happened, happened.Sequence.ToString("D6", CultureInfo.InvariantCulture))];

    /// <summary>The notices of a booking's events, up to one of them.</summary>
    public IReadOnlyList<Notice> For(Correspondence said, int upTo) =>
        [.. said.Events.Where(happened => happened.Sequence <= upTo).SelectMany(happened => For(said.Booking, happened))];

    /// <summary>The notices of a deadline that a booking has reached.</summary>
    public IReadOnlyList<Notice> For(Booking booking, AgendaItem item) => [.. Said(booking, item)];

    private static bool IsSilent(Booking booking, string type) => type switch
    {
        BookingEventType.Created => booking.Payment.Method == PaymentMethod.Card,
        BookingEventType.PaymentCompleted or BookingEventType.PaymentCancelled or BookingEventType.Refunded => true,
        BookingEventType.Amended or BookingEventType.Onboard => true,
        _ => false,
    };

    private IEnumerable<Notice> Said(Booking booking, BookingEvent happened, string cause) => happened.Type switch
    {
        BookingEventType.Created when booking.Payment.Method != PaymentMethod.Card => Confirmed(booking, cause),
        BookingEventType.Confirmed => Confirmed(booking, cause),
        BookingEventType.PaymentFailed => PaymentFailed(booking, cause),
        BookingEventType.DriverAssigned => DriverAssigned(booking, happened, cause),
        BookingEventType.DriverUnassigned => DriverUnassigned(booking, happened, cause),
        BookingEventType.PickupTimeChanged => Moved(booking, cause),
        BookingEventType.EnRoute => Customer(
            booking, cause, "driver-en-route", "Your driver is on the way",
            $"{Driver(booking)} is on the way to {booking.Journey.Pickup.Address}, for {Time(booking.Journey.PickupAt)}. {Vehicle(booking)}."),
        BookingEventType.Arrived => Customer(
            booking, cause, "driver-arrived", "Your driver has arrived",
            $"{Driver(booking)} is waiting at {booking.Journey.Pickup.Address}. {Vehicle(booking)}."),
        BookingEventType.Completed => Completed(booking, cause),
        BookingEventType.NoShow => Customer(
            booking, cause, "no-show", "We missed you",
            $"Our driver waited at {booking.Journey.Pickup.Address} and could not find you. The fare is not refunded. Call us if this is wrong."),
        BookingEventType.Cancelled => Cancelled(booking, happened, cause),
        BookingEventType.RefundFailed => Dispatch(
            booking, cause, "refund-failed", "A refund failed",
            $"The refund of {Money.Display(booking.Cancellation?.RefundAmount ?? 0)} did not go through: {Fact(happened, "reason", "no reason given")}. It must be made by hand."),
        BookingEventType.PaymentDisputed => Dispatch(
            booking, cause, "payment-dispute", "A payment is disputed",
            $"The customer's bank disputes the payment: {Fact(happened, "reason", "no reason given")}."),
        BookingEventType.PaymentMismatch => Dispatch(
            booking, cause, "payment-mismatch", "A payment has the wrong amount",
            $"Stripe reports {Fact(happened, "amount", "?")} pence received where {Fact(happened, "expected", "?")} are due. The booking is not confirmed."),
        _ => [],
    };

    private IEnumerable<Notice> Said(Booking booking, AgendaItem item) => item.Kind switch
    {
        AgendaKind.Reminder => Customer(
            booking, item.Key, "booking-reminder", $"Your journey on {Day(booking.Journey.PickupAt)}",
            $"A reminder: we pick you up at {booking.Journey.Pickup.Address} on {When(booking)}, to {booking.Journey.Dropoff.Address}."),
        AgendaKind.Unassigned => Dispatch(
            booking, item.Key, "unassigned-job", "A job has no driver",
            $"The pick-up is on {When(booking)} at {booking.Journey.Pickup.Address}, and no driver is assigned."),
        AgendaKind.DriverLate => Dispatch(
            booking, item.Key, "driver-late", "A driver is late",
            $"The pick-up was due on {When(booking)} at {booking.Journey.Pickup.Address}, and the driver has not arrived."),
        AgendaKind.JourneyOverdue => Dispatch(
            booking, item.Key, "journey-overdue", "A journey is not reported completed",
            $"The journey of {When(booking)} should have ended on {Day(booking.Journey.EstimatedEnd)} at {Time(booking.Journey.EstimatedEnd)}."),
        _ => [],
    };

    private IEnumerable<Notice> Confirmed(Booking booking, string cause)
    {
        var pay = booking.Payment.Method switch
        {
            PaymentMethod.Card => $"Paid: {Money.Display(booking.Payment.Amount)}.",
            PaymentMethod.Cash => $"To pay the driver: {Money.Display(booking.Payment.Amount)}.",
            _ => $"On account: {Money.Display(booking.Payment.Amount)}.",
        };
        yield return Mail(
            cause, "booking-confirmed", booking.Customer.Email, booking, $"Your booking {booking.Reference} is confirmed",
            $"We pick you up at {booking.Journey.Pickup.Address} on {When(booking)}, to {booking.Journey.Dropoff.Address}.\n{pay}\n\nSee or cancel your booking: {Link(booking)}");
        yield return Text(
            cause, "booking-confirmed", booking.Customer.Phone,
            $"NOTS {booking.Reference} confirmed: {When(booking)}, {Short(booking.Journey.Pickup.Address)}. {pay}");
    }

    private IEnumerable<Notice> PaymentFailed(Booking booking, string cause) => Customer(
        booking, cause, "payment-failed", "Your payment did not go through",
        booking.HeldUntil is { } until
            ? $"Your card was declined. We hold your booking until {Time(until)}; try again or use another card."
            : "Your card was declined.");

    private IEnumerable<Notice> DriverAssigned(Booking booking, BookingEvent happened, string cause)
    {
        foreach (var notice in Customer(
            booking, cause, "driver-assigned", "Your driver",
            $"{Driver(booking)} will drive you on {When(booking)}. {Vehicle(booking)}."))
        {
            yield return notice;
        }
        // The booking may have moved on since; the job is told to the driver who has it now.
        if (booking.Driver is { } driver && driver.DriverId.Value == Fact(happened, "driverId", "") && Fact(happened, "notifyDriver", "true") == "true")
        {
            yield return Mail(cause, "driver-job", driver.Email, booking, $"New job {booking.Reference}", Job(booking));
            yield return Text(cause, "driver-job", driver.Phone, $"NOTS job {booking.Reference}: {When(booking)}, {Short(booking.Journey.Pickup.Address)} to {Short(booking.Journey.Dropoff.Address)}");
        }
        if (happened.Facts.TryGetValue("insteadOfEmail", out var before) && Fact(happened, "insteadOf", "") != Fact(happened, "driverId", ""))
            yield return Mail(cause, "driver-job-cancelled", before, booking, $"Job {booking.Reference} is no longer yours", "The job was given to another driver.");
    }

    private IEnumerable<Notice> DriverUnassigned(Booking booking, BookingEvent happened, string cause)
    {
        if (happened.Facts.TryGetValue("driverEmail", out var driver))
            yield return Mail(cause, "driver-job-cancelled", driver, booking, $"Job {booking.Reference} is no longer yours", $"You were taken off the job: {Fact(happened, "reason", "no reason given")}");
        foreach (var notice in Dispatch(
            booking, cause, "compliance-lost", "A driver was taken off a job",
            $"{Fact(happened, "reason", "No reason given")} The pick-up is on {When(booking)}; assign another driver."))
        {
            yield return notice;
        }
    }

    private IEnumerable<Notice> Moved(Booking booking, string cause)
    {
        foreach (var notice in Customer(booking, cause, "booking-changed", "Your pick-up time has changed", $"We now pick you up on {When(booking)} at {booking.Journey.Pickup.Address}."))
            yield return notice;
        if (booking.Driver is { } driver)
            yield return Mail(cause, "driver-job-changed", driver.Email, booking, $"Job {booking.Reference} has changed", Job(booking));
    }

    private IEnumerable<Notice> Completed(Booking booking, string cause)
    {
        var extras = booking.Extras.Count == 0
            ? ""
            : "\n" + string.Join("\n", booking.Extras.Select(extra => $"{extra.Description}: {Money.Display(extra.Amount)}")) + "\nThe extras are still to be paid.";
        yield return Mail(
            cause, "journey-completed", booking.Customer.Email, booking, "Thank you for travelling with us",
            $"Your receipt for {booking.Reference}: {booking.Journey.Pickup.Address} to {booking.Journey.Dropoff.Address}, {Money.Display(booking.Payment.Amount)}.{extras}\n\nHow was it? {Link(booking)}&rate=1");
        yield return Text(cause, "journey-completed", booking.Customer.Phone, $"NOTS {booking.Reference}: thank you for travelling with us. Your receipt is in your e-mail.");
    }

    private IEnumerable<Notice> Cancelled(Booking booking, BookingEvent happened, string cause)
    {
        var why = Fact(happened, "cause", "") == Wire.Name(CancellationCause.PaymentTimeout)
            ? "The payment was not made in time, so your booking was released."
            : "Your booking is cancelled.";
        var refund = booking switch
        {
            { Payment.Received: false } => "Nothing was charged.",
            { Cancellation.RefundAmount: > 0 and var amount } => $"We refund {Money.Display(amount)} to your card.",
            _ => "The fare is not refunded.",
        };
        foreach (var notice in Customer(booking, cause, "booking-cancelled", $"Your booking {booking.Reference} is cancelled", $"{why} {refund}"))
            yield return notice;
        if (booking.Driver is { } driver)
        {
            yield return Mail(cause, "driver-job-cancelled", driver.Email, booking, $"Job {booking.Reference} is cancelled", $"The job of {When(booking)} is cancelled.");
            yield return Text(cause, "driver-job-cancelled", driver.Phone, $"NOTS job {booking.Reference} of {When(booking)} is cancelled.");
        }
    }

    private static IEnumerable<Notice> Customer(Booking booking, string cause, string template, string subject, string text)
    {
        yield return Mail(cause, template, booking.Customer.Email, booking, subject, text);
        yield return Text(cause, template, booking.Customer.Phone, $"NOTS {booking.Reference}: {text}");
    }

    private IEnumerable<Notice> Dispatch(Booking booking, string cause, string template, string subject, string text)
    {
        yield return new Notice(cause, template, Channel.Email, policies.DispatchEmail, $"{subject}: {booking.Reference}", $"{text}\n\nBooking {booking.Reference} ({booking.Id}).");
    }

    private static Notice Mail(string cause, string template, string to, Booking booking, string subject, string text) =>
        new(cause, template, Channel.Email, to, subject, $"{text}\n\nNOTS, booking {booking.Reference}");

    private static Notice Text(string cause, string template, string to, string text) =>
        new(cause, template, Channel.Sms, to, "", SmsText.Fit(text));

    private static string Fact(BookingEvent happened, string name, string otherwise) => happened.Facts.GetValueOrDefault(name, otherwise);

    private static string Driver(Booking booking) => booking.Driver is { } driver ? $"{driver.FirstName} (licence {driver.LicenceNumber})" : "Your driver";

    private static string Vehicle(Booking booking) =>
        booking.Vehicle is { } vehicle ? $"{vehicle.Color} {vehicle.Make} {vehicle.Model}, {vehicle.Registration}" : "The vehicle follows";

    private string Job(Booking booking) =>
        $"{When(booking)}: {booking.Journey.Pickup.Address} to {booking.Journey.Dropoff.Address}, {booking.Journey.Passengers} passengers, {booking.Journey.Luggage} pieces of luggage."
        + (booking.PickupInstructions is { Length: > 0 } pickup ? $"\nPick-up: {pickup}" : "")
        + (booking.DropoffInstructions is { Length: > 0 } dropoff ? $"\nDrop-off: {dropoff}" : "")
        + (booking.SpecialRequirements is { Length: > 0 } special ? $"\nRequirements: {special}" : "");

    private string Link(Booking booking) => $"{policies.WebsiteUrl}/booking?id={booking.Id}&token={manageTokens.For(booking.Id)}";

    private string When(Booking booking) => $"{Day(booking.Journey.PickupAt)} at {Time(booking.Journey.PickupAt)}";

    private string Day(DateTimeOffset instant) => london.ToLocal(instant).ToString("ddd d MMM", CultureInfo.InvariantCulture);

    private string Time(DateTimeOffset instant) => london.ToLocal(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>An address as far as a text message has room for it.</summary>
    private static string Short(string address) => address.Length <= 40 ? address : address[..40].TrimEnd() + "...";
}
