using Nots.Domain.Bookings;

namespace Nots.Application.Lifecycle;

/// <summary>What a booking's orchestration remembers from stage to stage; everything else it reads afresh. Stored: only add to it.</summary>
/// <param name="Stage">Where it is; null at the very beginning.</param>
/// <param name="Told">The last event whose messages were sent.</param>
/// <param name="Done">Keys of the agenda items that were done.</param>
/// <param name="Compensations">What is to be undone if the booking is called off, in the order in which it was done.</param>
/// <param name="Settled">Whether the completed journey was settled.</param>
public sealed record BookingRunState(
    BookingStage? Stage, int Told, IReadOnlyList<string> Done, IReadOnlyList<string> Compensations, bool Settled)
{
    public static BookingRunState New { get; } = new(null, 0, [], [], false);
}
