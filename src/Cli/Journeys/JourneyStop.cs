namespace Nots.Cli.Journeys;

/// <summary>A place, as a customer would type it.</summary>
/// <param name="WaitMinutes">At a via stop.</param>
internal sealed record JourneyStop(string Address, int WaitMinutes = 0);
