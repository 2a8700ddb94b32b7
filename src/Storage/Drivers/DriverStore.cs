using Nots.Application.Common;
using Nots.Application.Drivers;
using Nots.Domain.Common;
using Nots.Domain.Drivers;
using Nots.Storage.Entities;

namespace Nots.Storage.Drivers;

/// <summary>Drivers in the single table.</summary>
internal sealed class DriverStore(EntityReader reader) : IDriverStore
{
    public Task<Driver?> GetAsync(DriverId driverId, CancellationToken cancellationToken) =>
        reader.GetAsync<Driver>(Keys.Driver(driverId), cancellationToken);

    public Task<Page<Driver, StatusPosition>> ListAsync(
        DriverStatus? status, int limit, StatusPosition? after, CancellationToken cancellationToken) =>
        StatusList.ReadAsync<Driver, DriverStatus>(
            reader, status is { } one ? [one] : Enum.GetValues<DriverStatus>(), Keys.DriverByStatus, id => Keys.Driver(DriverId.Parse(id)), driver => driver.Id.Value,
            limit, after, cancellationToken);
}
