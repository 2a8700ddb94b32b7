using Nots.Application.Compliance;
using Nots.Domain.Compliance;
using Nots.Domain.Drivers;

namespace Nots.Application.Drivers;

/// <summary>A driver, and how their papers stand now.</summary>
/// <param name="AllDocumentsValid">Whether every required document is reviewed and valid.</param>
/// <param name="Expiring">Types that expire within 30 days, or have.</param>
public sealed record DriverCompliance(Driver Driver, bool AllDocumentsValid, IReadOnlyList<DocumentType> Expiring)
{
    /// <summary>For lists: as noted with the driver, and from their documents only where nobody noted it.</summary>
    public static async Task<DriverCompliance> OfAsync(
        Driver driver, IDocumentStore documents, DateTimeOffset now, CancellationToken cancellationToken) =>
        driver.Documents is { } noted ? Of(driver, noted, now) : Of(driver, await documents.OfAsync(DocumentOwner.Driver, driver.Id.Value, cancellationToken), now);

    public static DriverCompliance Of(Driver driver, IReadOnlyList<ComplianceDocument> held, DateTimeOffset now) =>
        Of(driver, [.. held.Select(document => document.Standing)], now);

    private static DriverCompliance Of(Driver driver, IReadOnlyList<DocumentStanding> held, DateTimeOffset now) => new(
        driver,
        ComplianceDocument.RequiredOfDriver.All(type => held.Any(document => document.Type == type && document.HoldsAt(now))),
        [.. held.Where(document => document.StatusAt(now) is DocumentStatus.ExpiringSoon or DocumentStatus.Expired).Select(document => document.Type)]);
}
