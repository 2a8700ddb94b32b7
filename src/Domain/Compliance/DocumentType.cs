namespace Nots.Domain.Compliance;

/// <summary>The papers that a driver or a vehicle must have.</summary>
public enum DocumentType
{
    Dbs,
    PhvDriverLicence,
    DrivingLicence,
    RightToWork,
    Medical,
    Insurance,
    Mot,
    PhvVehicleLicence,
}
