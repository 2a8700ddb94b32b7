namespace Nots.Application.Quotes;

/// <summary>A via stop as it was sent.</summary>
public sealed record WaypointInput(LocationInput Location, int? WaitMinutes);
