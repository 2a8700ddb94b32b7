using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Nots.Domain.Common;

namespace Nots.Application.Dispatch;

/// <summary>An assignment as it was sent.</summary>
public sealed record AssignRequest
{
    [Required]
    public string? BookingId { get; init; }

    [Required]
    public string? DriverId { get; init; }

    [Required]
    public string? VehicleId { get; init; }

    /// <summary>Whether the driver gets a message; yes unless told.</summary>
    public bool? NotifyDriver { get; init; }

    /// <summary>Faults found while it was read, such as wrong types and unknown fields.</summary>
    [JsonIgnore]
    public IReadOnlyList<FieldFault> Malformed { get; init; } = [];
}
