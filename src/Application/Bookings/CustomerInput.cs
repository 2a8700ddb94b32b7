using System.ComponentModel.DataAnnotations;

namespace Nots.Application.Bookings;

/// <summary>The hirer as they were sent.</summary>
/// <param name="Phone">As people write it; without a country code it is British.</param>
public sealed record CustomerInput(
    [property: Required, MaxLength(CustomerInput.MaxNameLength)] string? FirstName,
    [property: Required, MaxLength(CustomerInput.MaxNameLength)] string? LastName,
    [property: Required, DataType(DataType.EmailAddress), MaxLength(CustomerInput.MaxEmailLength)] string? Email,
    [property: Required, DataType(DataType.PhoneNumber)] string? Phone)
{
    public const int MaxNameLength = 100;
    public const int MaxEmailLength = 254;
}
