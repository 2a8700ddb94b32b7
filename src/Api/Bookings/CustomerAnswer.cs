using System.Text.Json.Serialization;
using Nots.Domain.Bookings;

namespace Nots.Api.Bookings;

/// <summary>The hirer. A driver gets the name and the phone number only.</summary>
internal sealed record CustomerAnswer(
    string FirstName,
    string LastName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Email,
    string Phone)
{
    public static CustomerAnswer Of(Customer customer, bool whole) =>
        new(customer.FirstName, customer.LastName, whole ? customer.Email : null, customer.Phone);
}
