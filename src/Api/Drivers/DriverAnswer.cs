using Nots.Api.Json;
using Nots.Application.Drivers;
using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Drivers;

namespace Nots.Api.Drivers;

/// <summary>A driver, for staff and for themselves.</summary>
internal sealed record DriverAnswer(
    string DriverId,
    string FirstName,
    string LastName,
    string Email,
    string Phone,
    [property: WireNames<DriverStatus>] string Status,
    AvailabilityAnswer Availability,
    PerformanceAnswer Performance,
    ComplianceAnswer Compliance,
    string? VehicleId,
    string LicenceNumber,
    string LicensingAuthority)
{
    public static DriverAnswer Of(DriverCompliance compliance)
    {
        var driver = compliance.Driver;
        return new DriverAnswer(
            driver.Id, driver.FirstName, driver.LastName, driver.Email, driver.Phone, Wire.Name(driver.Status),
            AvailabilityAnswer.Of(driver.Availability), PerformanceAnswer.Of(driver.Performance), ComplianceAnswer.Of(compliance),
            driver.VehicleId, driver.LicenceNumber, driver.LicensingAuthority);
    }
}

/// <summary>Whether a driver takes jobs now, and where they were last seen.</summary>
internal sealed record AvailabilityAnswer(bool Available, SightingAnswer? CurrentLocation)
{
    public static AvailabilityAnswer Of(DriverAvailability availability) =>
        new(availability.Available, availability is { Location: { } location, LocatedAt: { } at }
            ? new SightingAnswer(location.Latitude, location.Longitude, WireClock.Utc(at))
            : null);
}

/// <summary>Where somebody was, and when.</summary>
internal sealed record SightingAnswer(double Latitude, double Longitude, DateTime UpdatedAt);

/// <summary>A driver's record. Rates in percent.</summary>
internal sealed record PerformanceAnswer(decimal Rating, int TotalTrips, decimal CompletionRate, decimal AcceptanceRate, decimal OnTimeRate)
{
    public static PerformanceAnswer Of(DriverPerformance performance) => new(
        performance.Rating, performance.TotalTrips, performance.CompletionRate, performance.AcceptanceRate, performance.OnTimeRate);
}

/// <summary>How a driver's papers stand.</summary>
/// <param name="ExpiringDocuments">Types that expire within 30 days, or have.</param>
internal sealed record ComplianceAnswer(bool AllDocumentsValid, IReadOnlyList<string> ExpiringDocuments)
{
    public static ComplianceAnswer Of(DriverCompliance compliance) =>
        new(compliance.AllDocumentsValid, [.. compliance.Expiring.Select(Wire.Name<DocumentType>)]);
}
