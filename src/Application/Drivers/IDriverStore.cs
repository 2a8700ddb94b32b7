using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Drivers;

namespace Nots.Application.Drivers;

/// <summary>Reads drivers.</summary>
public interface IDriverStore
{
    Task<Driver?> GetAsync(DriverId driverId, CancellationToken cancellationToken);

    /// <summary>Drivers by status and id.</summary>
    /// <param name="status">Only these; null for all.</param>
    /// <param name="limit">1 to 100.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="cancellationToken">The request's.</param>
    Task<Page<Driver, StatusPosition>> ListAsync(
        DriverStatus? status, int limit, StatusPosition? after, CancellationToken cancellationToken);
}
