using Nots.Domain.Common;

namespace Nots.Application.Common;

/// <summary>The one place where ids come from.</summary>
public interface IIdSource
{
    /// <summary>A new id, such as <c>booking_06f…</c>: unguessable, and sorted by the time it was made.</summary>
    /// <param name="prefix">What it is an id of.</param>
    string New(string prefix);

    /// <summary>A new id of a kind.</summary>
    TId New<TId>()
        where TId : struct, IEntityId<TId> => EntityId.Parse<TId>(New(TId.Prefix[..^1]));

    /// <summary>
    /// A booking's reference, <c>NOTS-</c> and six characters that cannot be mistaken for others. Not necessarily unused; the same
    /// each time, since it is told to the card processor before the booking is written, and must not be another after a crash.
    /// </summary>
    /// <param name="bookingId">Unguessable, and so is the reference without it.</param>
    /// <param name="attempt">From 1; the next when the reference is in use.</param>
    string Reference(BookingId bookingId, int attempt);
}
