using Nots.Client;

namespace Nots.Journeys;

/// <summary>Holds the messages that were sent against what happened to the bookings: each cause is told once, over each channel.</summary>
internal static class MessageCheck
{
    private static readonly string[] Channels = ["email", "sms"];

    /// <summary>What the customer is told, and of what.</summary>
    private static readonly Dictionary<string, string> CustomerTemplates = new()
    {
        ["confirmed"] = "booking-confirmed",
        ["payment_failed"] = "payment-failed",
        ["driver_assigned"] = "driver-assigned",
        ["en_route"] = "driver-en-route",
        ["arrived"] = "driver-arrived",
        ["completed"] = "journey-completed",
        ["no_show"] = "no-show",
        ["cancelled"] = "booking-cancelled",
    };

    /// <param name="bookings">Those that have ended, with nothing more to be said of them.</param>
    /// <param name="mailbox">All messages.</param>
    public static MessageReport Run(IReadOnlyList<Booking> bookings, IReadOnlyList<MailboxMessage> mailbox)
    {
        var ours = mailbox.Where(message => message.BookingId is not null).ToLookup(message => message.BookingId!);
        return new MessageReport(
            bookings.Sum(booking => ours[booking.BookingId].Count()),
            [.. bookings.SelectMany(booking => Faults(booking, [.. ours[booking.BookingId]]))]);
    }

    private static IEnumerable<string> Faults(Booking booking, IReadOnlyList<MailboxMessage> messages)
    {
        var causes = Causes(booking).CountBy(template => template).ToDictionary();
        foreach (var (template, due) in causes)
        {
            foreach (var channel in Channels)
            {
                if (messages.Count(message => message.Template == template && message.Channel == channel) is var sent && sent < due)
                    yield return $"{booking.BookingReference}: {template} by {channel} was sent {sent} times instead of {due}.";
            }
        }
        foreach (var group in messages.GroupBy(message => (message.Template, message.Channel, message.To)))
        {
            // Others than the customer's messages have one cause each in a demo.
            var due = causes.GetValueOrDefault(group.Key.Template, 1);
            if (group.Count() > due)
                yield return $"{booking.BookingReference}: {group.Key.Template} by {group.Key.Channel} was sent {group.Count()} times instead of {due}.";
        }
    }

    private static IEnumerable<string> Causes(Booking booking)
    {
        // Without a card there is no wait for money: the booking is confirmed as it is made.
        if (booking.Payment.Method != PaymentMethod.Card)
            yield return CustomerTemplates["confirmed"];
        foreach (var entry in booking.Timeline)
        {
            if (CustomerTemplates.TryGetValue(entry.Event, out var template))
                yield return template;
        }
    }
}
