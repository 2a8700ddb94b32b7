using System.Text.Json.Serialization;
using Nots.Api.Paging;
using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Quotes;
using Nots.Domain.Vehicles;

namespace Nots.Api.Vehicles;

/// <summary>A page of vehicles.</summary>
internal sealed record VehiclesResponse(IReadOnlyList<VehicleResponse> Vehicles, PaginationResponse Pagination);

/// <summary>A vehicle, for staff.</summary>
/// <param name="Capacity">Passengers, the driver not counted.</param>
/// <param name="AssignedDriver">The id of the driver who usually drives it.</param>
internal sealed record VehicleResponse(
    string VehicleId,
    string Registration,
    string Make,
    string Model,
    int Year,
    string Color,
    [property: WireNames<VehicleClass>] string Type,
    int Capacity,
    [property: WireNames<VehicleStatus>] string Status,
    string? AssignedDriver,
    string PlateNumber,
    string LicensingAuthority)
{
    public static VehicleResponse From(Vehicle vehicle) => new(
        vehicle.Id.Value, vehicle.Registration, vehicle.Make, vehicle.Model, vehicle.Year, vehicle.Color, Wire.Name(vehicle.VehicleClass), vehicle.Seats,
        Wire.Name(vehicle.Status), vehicle.DriverId?.Value, vehicle.PlateNumber, vehicle.LicensingAuthority);
}

/// <summary>The requests and responses of vehicles, compiled: they are read and written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VehiclesResponse))]
internal sealed partial class VehicleJson : JsonSerializerContext;
