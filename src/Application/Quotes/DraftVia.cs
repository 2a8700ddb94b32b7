using Nots.Domain.Places;

namespace Nots.Application.Quotes;

/// <summary>A via stop not yet found on the map.</summary>
public sealed record DraftVia(Location Location, int WaitMinutes);
