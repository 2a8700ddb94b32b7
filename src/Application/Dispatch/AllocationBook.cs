using Nots.Application.Common;
using Nots.Application.Storage;
using Nots.Domain.Bookings;
using Nots.Domain.Dispatch;
using Nots.Domain.Quotes;

namespace Nots.Application.Dispatch;

/// <summary>Keeps the days of drivers and vehicles: what each is allocated to, and when.</summary>
public sealed class AllocationBook(IAllocationStore store, ILondonTime london)
{
    /// <summary>Everything that a driver or vehicle is allocated to on the days of some slots, and the days next to them.</summary>
    public async Task<IReadOnlyList<Allocation>> AroundAsync(string ownerId, IReadOnlyList<TimeSlot> slots, CancellationToken cancellationToken)
    {
        var days = slots.SelectMany(DaysOf).ToList();
        var stored = await store.DaysAsync(ownerId, days.Min().AddDays(-1), days.Max().AddDays(1), cancellationToken);
        return [.. stored.SelectMany(day => day.Allocations)];
    }

    /// <summary>
    /// The edits that take a booking out of the days of its driver and vehicle before, and put it into those after. Conditional
    /// on the days as read, so two bookings can never take the same time.
    /// </summary>
    public async Task<Action<ITransaction>> MoveAsync(Booking before, Booking after, CancellationToken cancellationToken)
    {
        var edits = new List<(AllocationDay Day, AllocationDay? Stored)>();
        string?[] owners = [before.Driver?.DriverId, before.Vehicle?.VehicleId, after.Driver?.DriverId, after.Vehicle?.VehicleId];
        foreach (var owner in owners.OfType<string>().Distinct())
        {
            var leaves = owner == before.Driver?.DriverId || owner == before.Vehicle?.VehicleId ? before.Journey.Slots : [];
            var takes = owner == after.Driver?.DriverId || owner == after.Vehicle?.VehicleId ? after.Journey.Slots : [];
            edits.AddRange(await EditAsync(owner, after.Id, leaves, takes, cancellationToken));
        }
        return transaction =>
        {
            foreach (var (day, stored) in edits)
                _ = stored is null ? transaction.Add(day) : transaction.Update(day);
        };
    }

    private async Task<List<(AllocationDay Day, AllocationDay? Stored)>> EditAsync(
        string owner, string bookingId, IReadOnlyList<TimeSlot> leaves, IReadOnlyList<TimeSlot> takes, CancellationToken cancellationToken)
    {
        var touched = leaves.Concat(takes).SelectMany(DaysOf).Distinct().ToList();
        var stored = await store.DaysAsync(owner, touched.Min(), touched.Max(), cancellationToken);
        var edits = new List<(AllocationDay, AllocationDay?)>();
        foreach (var date in touched)
        {
            var existing = stored.FirstOrDefault(day => day.Day == date);
            var day = existing ?? new AllocationDay { OwnerId = owner, Day = date };
            var mine = takes.Where(slot => DaysOf(slot).Contains(date)).ToList();
            var edited = mine.Count > 0 ? day.With(bookingId, mine) : day.Without(bookingId);
            if (!edited.Allocations.SequenceEqual(day.Allocations))
                edits.Add((edited, existing));
        }
        return edits;
    }

    private IEnumerable<DateOnly> DaysOf(TimeSlot slot)
    {
        var last = DateOnly.FromDateTime(london.ToLocal(slot.To));
        for (var day = DateOnly.FromDateTime(london.ToLocal(slot.From)); day <= last; day = day.AddDays(1))
            yield return day;
    }
}
