using Nots.Domain.Places;

namespace Nots.Domain.Bookings;

/// <summary>The rules of the kerb that are settings.</summary>
/// <param name="ArrivalRadiusMeters">How near counts as arrived.</param>
/// <param name="FreeWaiting">From the agreed time, or the arrival if that is later.</param>
/// <param name="AirportFreeWaiting">The same at an airport.</param>
public sealed record JourneyRules(int ArrivalRadiusMeters, TimeSpan FreeWaiting, TimeSpan AirportFreeWaiting)
{
    public TimeSpan FreeWaitingAt(Place pickup) => pickup.Kind == PlaceKind.Airport ? AirportFreeWaiting : FreeWaiting;
}
