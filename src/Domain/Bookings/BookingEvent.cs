using Nots.Domain.Common;

namespace Nots.Domain.Bookings;

/// <summary>One entry of a booking's event record: written with the change that it tells of, never altered.</summary>
public sealed record BookingEvent : Entity
{
    public required BookingId BookingId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>One of <see cref="BookingEventType"/>.</summary>
    public required string Type { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required Actor By { get; init; }

    /// <summary>What a reader needs beyond the type, by name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
