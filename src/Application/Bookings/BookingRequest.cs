using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>A booking as it was asked for: nothing is checked yet.</summary>
public sealed record BookingRequest
{
    public string? QuoteId { get; init; }

    public CustomerInput? Customer { get; init; }

    public string? PickupInstructions { get; init; }

    public string? DropoffInstructions { get; init; }

    public string? SpecialRequirements { get; init; }

    public string? PaymentMethod { get; init; }

    /// <summary>The header <c>Idempotency-Key</c>; null when not sent.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>SHA-256 of the body, hexadecimal: what an idempotency key stands for.</summary>
    public required string RequestHash { get; init; }

    /// <summary>Faults found while it was read: wrong types and unknown fields.</summary>
    public IReadOnlyList<FieldFault> Malformed { get; init; } = [];
}
