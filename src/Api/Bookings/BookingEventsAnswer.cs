using Nots.Api.Json;
using Nots.Domain.Bookings;

namespace Nots.Api.Bookings;

/// <summary>A booking's event record, oldest first.</summary>
internal sealed record BookingEventsAnswer(IReadOnlyList<BookingEventAnswer> Events);

/// <summary>One entry of the record.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Facts">What a reader needs beyond the type, by name.</param>
internal sealed record BookingEventAnswer(int Sequence, string Type, DateTime At, ActorAnswer By, IReadOnlyDictionary<string, string> Facts)
{
    public static BookingEventAnswer Of(BookingEvent entry) =>
        new(entry.Sequence, entry.Type, WireClock.Utc(entry.At), ActorAnswer.Of(entry.By), entry.Facts);
}
