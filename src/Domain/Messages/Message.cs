using Nots.Domain.Common;

namespace Nots.Domain.Messages;

/// <summary>
/// Something said to somebody. The id is made of what caused it, the template, the channel and the receiver's part, so that
/// one cause is told once.
/// </summary>
public sealed record Message : Entity
{
    public required string Id { get; init; }

    public required BookingId BookingId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>An address or an E.164 number.</summary>
    public required string To { get; init; }

    public required string Template { get; init; }

    /// <summary>Empty for a text message.</summary>
    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required MessageStatus Status { get; init; }

    /// <summary>UTC; null until sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public string? LastError { get; init; }
}
