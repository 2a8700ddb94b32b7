namespace Nots.Application.Bookings;

/// <summary>The hirer as sent.</summary>
public sealed record CustomerInput(string? FirstName, string? LastName, string? Email, string? Phone);
