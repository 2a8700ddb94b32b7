namespace Nots.Domain.Drivers;

/// <summary>A driver's record. Rates in percent.</summary>
/// <param name="Rating">1.0 to 5.0.</param>
public sealed record DriverPerformance(
    decimal Rating, int TotalTrips, decimal CompletionRate, decimal AcceptanceRate, decimal OnTimeRate);
