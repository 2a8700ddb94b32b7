using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Nots.Application.Common;
using Nots.Domain.Bookings;
using Nots.Domain.Common;

namespace Nots.Application.Bookings;

/// <summary>A booking as it was asked for.</summary>
/// <remarks>The attributes say what one field by itself must be.</remarks>
public sealed record BookingRequest
{
    public const int MaxIdLength = 64;
    public const int MaxTextLength = 500;

    [Required, MaxLength(MaxIdLength)]
    public string? QuoteId { get; init; }

    [Required]
    public CustomerInput? Customer { get; init; }

    [MaxLength(MaxTextLength)]
    public string? PickupInstructions { get; init; }

    [MaxLength(MaxTextLength)]
    public string? DropoffInstructions { get; init; }

    [MaxLength(MaxTextLength)]
    public string? SpecialRequirements { get; init; }

    [Required, WireNames<PaymentMethod>]
    public string? PaymentMethod { get; init; }

    /// <summary>The header <c>Idempotency-Key</c>; null when not sent.</summary>
    [JsonIgnore]
    public string? IdempotencyKey { get; init; }

    /// <summary>SHA-256 of the body, hexadecimal: what an idempotency key stands for.</summary>
    [JsonIgnore]
    public string RequestHash { get; init; } = "";

    /// <summary>Faults found while it was read, such as wrong types and unknown fields.</summary>
    [JsonIgnore]
    public IReadOnlyList<FieldFault> Malformed { get; init; } = [];
}
