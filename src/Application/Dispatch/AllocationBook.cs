using Nots.Application.Common;
using Nots.Application.Storage;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Dispatch;
using Nots.Domain.Quotes;

namespace Nots.Application.Dispatch;

/// <summary>Keeps the days of drivers and vehicles: what each is allocated to, and when.</summary>
public sealed class AllocationBook(IAllocationStore store, ILondonTime london, Policies policies)
{
    /// <summary>The first London day that has to do with some slots: the one before theirs, whose jobs may reach into it.</summary>
    public DateOnly FirstDay(IReadOnlyList<TimeSlot> slots) => slots.SelectMany(DaysOf).Min().AddDays(-1);

    /// <summary>The same edits as of the other, where the days of the driver and vehicle that it shall have were read for a check.</summary>
    /// <param name="before">The booking as it was.</param>
    /// <param name="after">As it shall be.</param>
    /// <param name="check">Of the driver and vehicle that it shall have.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Action<ITransaction>> MoveAsync(Booking before, Booking after, CheckedCandidate check, CancellationToken cancellationToken)
    {
        var moves = Moves(before, after).ToList();
        var unread = moves.Where(move => move.Owner != check.Candidate.Driver.Id.Value && move.Owner != check.Candidate.Vehicle.Id.Value);
        return Edits(moves, after.Id, [.. check.Days, .. await ReadAsync(unread, cancellationToken)]);
    }

    /// <summary>
    /// The edits that take a booking out of the days of its driver and vehicle before, and put it into those after. Conditional
    /// on the days as read, so two bookings can never take the same time.
    /// </summary>
    public async Task<Action<ITransaction>> MoveAsync(Booking before, Booking after, CancellationToken cancellationToken)
    {
        var moves = Moves(before, after).ToList();
        return Edits(moves, after.Id, await ReadAsync(moves, cancellationToken));
    }

    private static IEnumerable<Move> Moves(Booking before, Booking after)
    {
        string[] leaves = [.. OwnersOf(before)];
        string[] takes = [.. OwnersOf(after)];
        return leaves.Union(takes).Select(owner => new Move(
            owner,
            leaves.Contains(owner) ? before.Journey.Slots : [],
            takes.Contains(owner) ? after.Journey.Slots : []));
    }

    private static IEnumerable<string> OwnersOf(Booking booking)
    {
        if (booking.Driver is { } driver)
            yield return driver.DriverId.Value;
        if (booking.Vehicle is { } vehicle)
            yield return vehicle.VehicleId.Value;
    }

    private async Task<IReadOnlyList<AllocationDay>> ReadAsync(IEnumerable<Move> moves, CancellationToken cancellationToken)
    {
        var days = moves.SelectMany(move => DaysOf(move).Select(day => (move.Owner, day))).ToList();
        return days.Count == 0 ? [] : await store.DaysAsync(days, cancellationToken);
    }

    private Action<ITransaction> Edits(List<Move> moves, BookingId bookingId, IReadOnlyList<AllocationDay> stored)
    {
        var edits = new List<(AllocationDay Day, AllocationDay? Stored)>();
        foreach (var (move, date) in moves.SelectMany(move => DaysOf(move).Select(date => (move, date))))
        {
            var existing = stored.FirstOrDefault(day => day.OwnerId == move.Owner && day.Day == date);
            var day = existing ?? new AllocationDay { OwnerId = move.Owner, Day = date };
            var mine = move.Takes.Where(slot => DaysOf(slot).Contains(date)).ToList();
            var edited = mine.Count > 0 ? day.With(bookingId, mine) : day.Without(bookingId);
            if (!edited.Allocations.SequenceEqual(day.Allocations))
                edits.Add((edited, existing));
        }
        return transaction =>
        {
            foreach (var (day, existing) in edits)
                _ = existing is null ? transaction.Add(day) : transaction.Update(day);
        };
    }

    private IEnumerable<DateOnly> DaysOf(Move move) => move.Leaves.Concat(move.Takes).SelectMany(DaysOf).Distinct();

    // With the way to and from it: two jobs that only midnight parts must meet in one day's item, or both would be given.
    private IEnumerable<DateOnly> DaysOf(TimeSlot slot)
    {
        var last = DateOnly.FromDateTime(london.ToLocal(slot.To + policies.TravelBuffer));
        for (var day = DateOnly.FromDateTime(london.ToLocal(slot.From - policies.TravelBuffer)); day <= last; day = day.AddDays(1))
            yield return day;
    }

    /// <summary>What a driver or vehicle is freed from, and what they are taken for.</summary>
    private sealed record Move(string Owner, IReadOnlyList<TimeSlot> Leaves, IReadOnlyList<TimeSlot> Takes);
}
