using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Nots.Api.Operations;

/// <summary>The shape of a raised event: why, and what the orchestration is to get.</summary>
internal sealed record RaiseBody
{
    [MaxLength(500)]
    public required string Reason { get; init; }

    /// <summary>Any JSON; an empty object unless told.</summary>
    public JsonElement? Payload { get; init; }
}
