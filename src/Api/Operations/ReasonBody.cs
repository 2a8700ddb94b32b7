using System.ComponentModel.DataAnnotations;

namespace Nots.Api.Operations;

/// <summary>The shape of a control: why, for the audit log.</summary>
internal sealed record ReasonBody
{
    [MaxLength(500)]
    public required string Reason { get; init; }
}
