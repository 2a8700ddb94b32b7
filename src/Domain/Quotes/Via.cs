using Nots.Domain.Places;

namespace Nots.Domain.Quotes;

/// <summary>A stop on the way.</summary>
/// <param name="WaitMinutes">0 to 480.</param>
public sealed record Via(Place Place, int WaitMinutes);
