namespace Nots.Domain.Quotes;

/// <summary>One drive from a first to a last stop, as it is priced and planned.</summary>
/// <param name="PickupAt">UTC.</param>
/// <param name="Meters">Driving distance.</param>
/// <param name="Seconds">Driving time, without waiting.</param>
/// <param name="WaitingMinutes">At the via stops, all together.</param>
/// <param name="Polyline">Google's encoded format.</param>
public sealed record Leg(DateTimeOffset PickupAt, int Meters, int Seconds, int WaitingMinutes, string Polyline)
{
    internal const decimal MetersPerMile = 1609.344m;

    public decimal Miles => Meters / MetersPerMile;

    /// <summary>When the passengers leave the car if all goes to plan, UTC.</summary>
    public DateTimeOffset EstimatedEnd => PickupAt.AddSeconds(Seconds).AddMinutes(WaitingMinutes);
}
