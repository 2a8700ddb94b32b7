using Nots.Domain.Common;

namespace Nots.Domain.Audit;

/// <summary>What a member of staff did: kept for the admins, never changed.</summary>
public sealed record AuditEntry : Entity
{
    public required string Id { get; init; }

    public required Actor By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Such as <c>booking.cancel</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The id of what it was done to.</summary>
    public required string Subject { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>The network address it was done from.</summary>
    public string? Address { get; init; }
}
