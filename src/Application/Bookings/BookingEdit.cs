using Nots.Application.Storage;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>What is to be done to a booking in one transaction.</summary>
/// <param name="Booking">The booking as it shall be; null for <see cref="Nothing"/>.</param>
/// <param name="Event">The event that tells of it; null for a change that nobody need hear of.</param>
/// <param name="Also">Puts further items into the transaction.</param>
/// <param name="LostTo">
/// Looks at a transaction that did not happen: null to try again, a refusal to give up, or a value when what was to be done is
/// done already.
/// </param>
public sealed record BookingEdit(
    Booking? Booking, BookingEvent? Event = null, Action<ITransaction>? Also = null, Func<CommitOutcome, Result<bool>?>? LostTo = null)
{
    /// <summary>Leave it as it is.</summary>
    public static BookingEdit Nothing { get; } = new((Booking?)null);

    public static BookingEdit Of(BookingChange change, Action<ITransaction>? also = null, Func<CommitOutcome, Result<bool>?>? lostTo = null) =>
        new(change.Booking, change.Event, also, lostTo);
}
