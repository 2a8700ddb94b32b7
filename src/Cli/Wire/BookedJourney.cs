namespace Nots.Cli.Wire;

/// <summary>The journey of a booking.</summary>
internal sealed record BookedJourney(Location PickupLocation, Location DropoffLocation, DateTimeOffset PickupTime);
