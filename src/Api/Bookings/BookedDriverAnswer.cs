using Nots.Domain.Bookings;

namespace Nots.Api.Bookings;

/// <summary>The driver of a job, as far as the passenger needs to know them.</summary>
internal sealed record BookedDriverAnswer(string DriverId, string FirstName, string LastName, string Phone, decimal Rating)
{
    public static BookedDriverAnswer? Of(AllocatedDriver? driver) =>
        driver is null ? null : new(driver.DriverId, driver.FirstName, driver.LastName, driver.Phone, driver.Rating);
}
