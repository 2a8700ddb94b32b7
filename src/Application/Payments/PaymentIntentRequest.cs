using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Nots.Domain.Common;

namespace Nots.Application.Payments;

/// <summary>A request for a PaymentIntent as it was sent. The amount is the booking's, never the client's.</summary>
public sealed record PaymentIntentRequest
{
    [Required]
    public string? BookingId { get; init; }

    /// <summary>Faults found while it was read, such as wrong types and unknown fields.</summary>
    [JsonIgnore]
    public IReadOnlyList<FieldFault> Malformed { get; init; } = [];
}
