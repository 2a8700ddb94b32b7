namespace Nots.Domain.Bookings;

/// <summary>The hirer.</summary>
/// <param name="Phone">E.164.</param>
public sealed record Customer(string FirstName, string LastName, string Email, string Phone)
{
    public string FullName => $"{FirstName} {LastName}";
}
