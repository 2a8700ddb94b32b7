using Nots.Domain.Common;

namespace Nots.Application.Payments;

/// <summary>That an event of the card processor has had its effect: written in the effect's transaction, kept 30 days.</summary>
public sealed record StripeEventSeen : Entity
{
    public required string EventId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
