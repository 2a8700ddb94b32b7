namespace Nots.Domain.Dispatch;

/// <summary>The names of the gates that a driver and vehicle must pass. Stored with decisions: they never change.</summary>
public static class Gate
{
    public const string DriverActive = "driver_active";
    public const string VehicleActive = "vehicle_active";
    public const string VehicleClass = "vehicle_class";
    public const string VehicleSeats = "vehicle_seats";
    public const string VehicleOfDriver = "vehicle_of_driver";
    public const string LicensingAuthority = "licensing_authority";
    public const string DriverDocuments = "driver_documents";
    public const string VehicleDocuments = "vehicle_documents";
    public const string DriverOverlappingJob = "driver_overlapping_job";
    public const string VehicleOverlappingJob = "vehicle_overlapping_job";
}
