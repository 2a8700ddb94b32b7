using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Nots.Domain.Common;

namespace Nots.Application.Operations;

/// <summary>Why an operator controls an instance, as it was sent; for the audit log.</summary>
public record ControlRequest
{
    public const int MaxReasonLength = 500;

    [Required, MaxLength(MaxReasonLength)]
    public string? Reason { get; init; }

    /// <summary>Faults found while it was read, such as wrong types and unknown fields.</summary>
    [JsonIgnore]
    public IReadOnlyList<FieldFault> Malformed { get; init; } = [];
}
