using Nots.Domain.Bookings;
using Nots.Domain.Places;

namespace Nots.Application.Bookings;

/// <summary>A driver's next step, in typed values.</summary>
/// <param name="Tolls">Pence.</param>
/// <param name="Parking">Pence.</param>
public sealed record ProgressReport(JourneyProgress Step, Coordinates? Position, long Tolls, long Parking);
