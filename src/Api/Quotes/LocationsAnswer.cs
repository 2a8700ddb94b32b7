namespace Nots.Api.Quotes;

/// <summary>Places whose names match, best first.</summary>
internal sealed record LocationsAnswer(IReadOnlyList<PlaceAnswer> Locations);
