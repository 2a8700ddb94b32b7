using Nots.Domain.Common;

namespace Nots.Application.Payments;

/// <summary>A request for a PaymentIntent as it was sent.</summary>
public sealed record PaymentIntentRequest
{
    public string? BookingId { get; init; }

    /// <summary>Faults found while it was read: wrong types and unknown fields.</summary>
    public IReadOnlyList<FieldFault> Malformed { get; init; } = [];
}
