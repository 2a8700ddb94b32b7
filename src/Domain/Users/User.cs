using Nots.Domain.Common;

namespace Nots.Domain.Users;

/// <summary>Somebody who can sign in. The identity provider knows their password; we know their role and their driver.</summary>
public sealed record User : Entity
{
    /// <summary>The identity provider's subject.</summary>
    public required string Id { get; init; }

    public required string Email { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    public required Role Role { get; init; }

    /// <summary>Whose profile and jobs are theirs; null unless the role is driver.</summary>
    public DriverId? DriverId { get; init; }
}
