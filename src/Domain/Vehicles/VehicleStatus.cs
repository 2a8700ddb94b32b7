namespace Nots.Domain.Vehicles;

public enum VehicleStatus
{
    Active,
    Inactive,
    Maintenance,
}
