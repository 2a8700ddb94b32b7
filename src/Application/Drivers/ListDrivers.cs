using Nots.Application.Common;
using Nots.Application.Compliance;
using Nots.Domain.Drivers;

namespace Nots.Application.Drivers;

/// <summary>Lists drivers and how their papers stand.</summary>
public sealed class ListDrivers(IDriverStore drivers, IDocumentStore documents, TimeProvider time)
{
    /// <param name="status">Only these; null for all.</param>
    /// <param name="limit">1 to 100.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Page<DriverCompliance, StatusPosition>> ExecuteAsync(
        DriverStatus? status, int limit, StatusPosition? after, CancellationToken cancellationToken)
    {
        var page = await drivers.ListAsync(status, limit, after, cancellationToken);
        var now = time.GetUtcNow();
        var items = await Task.WhenAll(page.Items.Select(driver => DriverCompliance.OfAsync(driver, documents, now, cancellationToken)));
        return new Page<DriverCompliance, StatusPosition>(items, page.Next);
    }
}
