using Nots.Api.Json;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Api.Bookings;

/// <summary>The vehicle of a job, as the passenger recognises it.</summary>
internal sealed record BookedVehicleAnswer(
    string VehicleId, string Registration, string Make, string Model, string Color, [property: WireNames<VehicleClass>] string Type, string PlateNumber)
{
    public static BookedVehicleAnswer? Of(AllocatedVehicle? vehicle) => vehicle is null
        ? null
        : new(
            vehicle.VehicleId, vehicle.Registration, vehicle.Make, vehicle.Model, vehicle.Color, Wire.Name(vehicle.VehicleClass), vehicle.PlateNumber);
}
