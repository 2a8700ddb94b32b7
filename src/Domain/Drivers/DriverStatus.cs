namespace Nots.Domain.Drivers;

public enum DriverStatus
{
    Active,
    Inactive,

    /// <summary>Taken off the road by staff or by a lapsed document.</summary>
    Suspended,
}
