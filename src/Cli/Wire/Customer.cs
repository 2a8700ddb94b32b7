namespace Nots.Cli.Wire;

/// <summary>Who travels.</summary>
/// <param name="Phone">E.164.</param>
internal sealed record Customer(string FirstName, string LastName, string Email, string Phone);
