using Nots.Application.Common;
using Nots.Domain.Bookings;

namespace Nots.Application.Bookings;

/// <summary>Works out what time will bring to a booking as it stands now.</summary>
public sealed class BookingAgenda(Policies policies)
{
    /// <summary>Every item that is due or to come, soonest first. What was done already is for the caller to know, by key.</summary>
    /// <param name="booking">As it stands.</param>
    /// <param name="now">UTC.</param>
    public IReadOnlyList<AgendaItem> For(Booking booking, DateTimeOffset now) =>
        [.. Items(booking, now).OrderBy(item => item.At).ThenBy(item => item.Key, StringComparer.Ordinal)];

    private IEnumerable<AgendaItem> Items(Booking booking, DateTimeOffset now)
    {
        var pickup = booking.Journey.PickupAt;
        if (booking is { Status: BookingStatus.Pending, HeldUntil: { } heldUntil })
            yield return Item(AgendaKind.HoldEnds, heldUntil, "hold");

        if (booking.Status is BookingStatus.Confirmed or BookingStatus.Assigned)
        {
            var reminder = pickup - policies.ReminderBefore;
            // Who books within the last day needs no reminder of it.
            if (booking.Timeline[0].At < reminder && now < pickup)
                yield return Item(AgendaKind.Reminder, reminder, "reminder");
        }
        if (booking.Status == BookingStatus.Confirmed)
        {
            var grace = booking.Timeline[^1].At + policies.EscalationGrace;
            var first = pickup - policies.FirstEscalationBefore;
            var second = pickup - policies.SecondEscalationBefore;
            if (booking.Timeline[0].At < first && now < second)
                yield return Item(AgendaKind.Unassigned, first, "unassigned-first");
            yield return new AgendaItem(AgendaKind.Unassigned, Key("unassigned-second", pickup), second > grace ? second : grace);
        }
        if (booking is { Status: BookingStatus.Assigned, AssignedAt: { } assignedAt })
        {
            var last = pickup - policies.SecondEscalationBefore;
            var next = assignedAt.AddDays(Math.Floor((now - assignedAt).TotalDays) + 1);
            foreach (var at in new[] { next.AddDays(-1), next, last }.Where(at => at > assignedAt && at <= last).Distinct())
                yield return Item(AgendaKind.ComplianceCheck, at, "compliance");
        }
        if (booking.Status == BookingStatus.Assigned || booking is { Status: BookingStatus.InProgress, Progress: JourneyProgress.EnRoute })
            yield return new AgendaItem(AgendaKind.DriverLate, Key("driver-late", pickup), pickup + policies.LateAfter);
        if (booking.Status == BookingStatus.InProgress)
            yield return new AgendaItem(AgendaKind.JourneyOverdue, Key("overdue", pickup), booking.Journey.EstimatedEnd + policies.OverdueAfter);
    }

    private static AgendaItem Item(AgendaKind kind, DateTimeOffset at, string name) => new(kind, Key(name, at), at);

    private static string Key(string name, DateTimeOffset about) => $"{name}-{about.ToUnixTimeSeconds()}";
}
