using Nots.Application.Fleet;
using Nots.Domain.Common;
using Nots.Domain.Dispatch;
using Nots.Domain.Drivers;
using Nots.Domain.Vehicles;
using Nots.Storage.Compliance;
using Nots.Storage.Entities;
using Nots.Storage.Table;

namespace Nots.Storage.Fleet;

/// <summary>
/// Drivers and vehicles with their papers and days: one stretch of their partition, from <c>DAY#…</c> over <c>DOC#…</c> to
/// <c>METADATA</c> or <c>PROFILE</c>. The days after the last that matters come along; jobs are booked weeks ahead, not years.
/// </summary>
internal sealed class FleetStore(EntityReader reader) : IFleetStore
{
    public Task<FleetFile<Driver>?> DriverAsync(DriverId driverId, DateOnly from, CancellationToken cancellationToken) =>
        ReadAsync<Driver>(Keys.Driver(driverId), from, cancellationToken);

    public Task<FleetFile<Vehicle>?> VehicleAsync(VehicleId vehicleId, DateOnly from, CancellationToken cancellationToken) =>
        ReadAsync<Vehicle>(Keys.Vehicle(vehicleId), from, cancellationToken);

    private async Task<FleetFile<T>?> ReadAsync<T>(TableKey owner, DateOnly from, CancellationToken cancellationToken)
        where T : Entity
    {
        var items = await reader.AllItemsAsync(
            new TableQuery(
                TableIndex.Primary, owner.PartitionKey, SortKeyRange.Between(Keys.DaySort(from), owner.SortKey), Limit: 1000, Consistency: Consistency.Strong),
            cancellationToken);
        return items is [.., var last] && last.Key == owner
            ? new FleetFile<T>(
                EntityReader.ToEntity<T>(last),
                DocumentStore.Current(items),
                [.. items.Where(item => item.Key.SortKey.StartsWith(Keys.DayPrefix, StringComparison.Ordinal)).Select(EntityReader.ToEntity<AllocationDay>)])
            : null;
    }
}
