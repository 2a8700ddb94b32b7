using System.Text.Json.Serialization;
using Nots.Api.Bookings;
using Nots.Api.Json;
using Nots.Api.Paging;
using Nots.Application.Common;
using Nots.Application.Drivers;
using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Drivers;

namespace Nots.Api.Drivers;

/// <summary>A page of drivers.</summary>
internal sealed record DriversResponse(IReadOnlyList<DriverResponse> Drivers, PaginationResponse Pagination);

/// <summary>A page of a driver's jobs.</summary>
internal sealed record JobsResponse(IReadOnlyList<BookingResponse> Jobs, PaginationResponse Pagination);

/// <summary>A driver, for staff and for themselves.</summary>
internal sealed record DriverResponse(
    string DriverId,
    string FirstName,
    string LastName,
    string Email,
    string Phone,
    [property: WireNames<DriverStatus>] string Status,
    AvailabilityResponse Availability,
    PerformanceResponse Performance,
    ComplianceResponse Compliance,
    string? VehicleId,
    string LicenceNumber,
    string LicensingAuthority)
{
    public static DriverResponse From(DriverCompliance compliance)
    {
        var driver = compliance.Driver;
        return new DriverResponse(
            driver.Id.Value, driver.FirstName, driver.LastName, driver.Email, driver.Phone, Wire.Name(driver.Status),
            AvailabilityResponse.From(driver.Availability), PerformanceResponse.From(driver.Performance), ComplianceResponse.From(compliance),
            driver.VehicleId?.Value, driver.LicenceNumber, driver.LicensingAuthority);
    }
}

/// <summary>Whether a driver takes jobs now, and where they were last seen.</summary>
internal sealed record AvailabilityResponse(bool Available, SightingResponse? CurrentLocation)
{
    public static AvailabilityResponse From(DriverAvailability availability) =>
        new(availability.Available, availability is { Location: { } location, LocatedAt: { } at }
            ? new SightingResponse(location.Latitude, location.Longitude, WireClock.Utc(at))
            : null);
}

/// <summary>Where somebody was, and when.</summary>
internal sealed record SightingResponse(double Latitude, double Longitude, DateTime UpdatedAt);

/// <summary>A driver's record. Rates in percent.</summary>
internal sealed record PerformanceResponse(decimal Rating, int TotalTrips, decimal CompletionRate, decimal AcceptanceRate, decimal OnTimeRate)
{
    public static PerformanceResponse From(DriverPerformance performance) => new(
        performance.Rating, performance.TotalTrips, performance.CompletionRate, performance.AcceptanceRate, performance.OnTimeRate);
}

/// <summary>How a driver's papers stand.</summary>
/// <param name="ExpiringDocuments">Types that expire within 30 days, or have.</param>
internal sealed record ComplianceResponse(bool AllDocumentsValid, IReadOnlyList<string> ExpiringDocuments)
{
    public static ComplianceResponse From(DriverCompliance compliance) =>
        new(compliance.AllDocumentsValid, [.. compliance.Expiring.Select(Wire.Name<DocumentType>)]);
}

/// <summary>The requests and responses of drivers, compiled: they are read and written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DriverResponse))]
[JsonSerializable(typeof(DriversResponse))]
[JsonSerializable(typeof(JobsResponse))]
internal sealed partial class DriverJson : JsonSerializerContext;
