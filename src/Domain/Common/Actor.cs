namespace Nots.Domain.Common;

/// <summary>Who did something, for the record: a role and, where there is one, an id.</summary>
public sealed record Actor(ActorKind Kind, string? Id = null)
{
    /// <summary>The platform itself: orchestrations and timers.</summary>
    public static readonly Actor System = new(ActorKind.System);

    /// <summary>The card processor.</summary>
    public static readonly Actor Stripe = new(ActorKind.Stripe);
}
