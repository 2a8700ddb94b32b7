using Nots.Application.Common;
using Nots.Application.Vehicles;
using Nots.Domain.Common;
using Nots.Domain.Vehicles;
using Nots.Storage.Entities;

namespace Nots.Storage.Vehicles;

/// <summary>Vehicles in the single table.</summary>
internal sealed class VehicleStore(EntityReader reader) : IVehicleStore
{
    public Task<Vehicle?> GetAsync(VehicleId vehicleId, CancellationToken cancellationToken) =>
        reader.GetAsync<Vehicle>(Keys.Vehicle(vehicleId), cancellationToken);

    public Task<Page<Vehicle, StatusPosition>> ListAsync(
        VehicleStatus? status, int limit, StatusPosition? after, CancellationToken cancellationToken) =>
        StatusList.ReadAsync<Vehicle, VehicleStatus>(
            reader, status is { } one ? [one] : Enum.GetValues<VehicleStatus>(), Keys.VehicleByStatus, id => Keys.Vehicle(VehicleId.Parse(id)), vehicle => vehicle.Id.Value,
            limit, after, cancellationToken);
}
