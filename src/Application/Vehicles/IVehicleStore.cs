using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Vehicles;

namespace Nots.Application.Vehicles;

/// <summary>Reads vehicles.</summary>
public interface IVehicleStore
{
    Task<Vehicle?> GetAsync(VehicleId vehicleId, CancellationToken cancellationToken);

    /// <summary>Vehicles by status and id.</summary>
    Task<Page<Vehicle, StatusPosition>> ListAsync(
        VehicleStatus? status, int limit, StatusPosition? after, CancellationToken cancellationToken);
}
