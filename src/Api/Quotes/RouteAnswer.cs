namespace Nots.Api.Quotes;

/// <summary>The way on the map; of a return, the way out.</summary>
/// <param name="Polyline">Google's encoded format, precision 5.</param>
internal sealed record RouteAnswer(string Polyline);
