using Nots.Domain.Common;
using Nots.Domain.Drivers;

namespace Nots.Domain.Bookings;

/// <summary>The driver of a job as the record and the customer need them, as of the allocation.</summary>
public sealed record AllocatedDriver(
    DriverId DriverId, string FirstName, string LastName, string Phone, string Email, string LicenceNumber, string LicensingAuthority, decimal Rating)
{
    public string FullName => $"{FirstName} {LastName}";

    public static AllocatedDriver From(Driver driver) => new(
        driver.Id, driver.FirstName, driver.LastName, driver.Phone, driver.Email, driver.LicenceNumber, driver.LicensingAuthority,
        driver.Performance.Rating);
}
