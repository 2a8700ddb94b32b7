using System.ComponentModel.DataAnnotations;

namespace Nots.Api.Bookings;

/// <summary>The hirer in a request.</summary>
internal sealed record CustomerBody
{
    [MaxLength(100)]
    public required string FirstName { get; init; }

    [MaxLength(100)]
    public required string LastName { get; init; }

    [EmailAddress, MaxLength(254)]
    public required string Email { get; init; }

    /// <summary>As people write it; without a country code it is British.</summary>
    [Phone]
    public required string Phone { get; init; }
}
