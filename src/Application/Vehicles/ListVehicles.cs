using Nots.Application.Common;
using Nots.Domain.Vehicles;

namespace Nots.Application.Vehicles;

/// <summary>Lists vehicles by status and id.</summary>
public sealed class ListVehicles(IVehicleStore vehicles)
{
    /// <param name="status">Only these; null for all.</param>
    /// <param name="limit">1 to 100.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="cancellationToken">The request's.</param>
    public Task<Page<Vehicle, StatusPosition>> ExecuteAsync(
        VehicleStatus? status, int limit, StatusPosition? after, CancellationToken cancellationToken) =>
        vehicles.ListAsync(status, limit, after, cancellationToken);
}
