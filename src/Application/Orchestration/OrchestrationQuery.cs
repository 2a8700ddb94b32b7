namespace Nots.Application.Orchestration;

/// <summary>Which instances to list. Null means any.</summary>
/// <param name="Status">Only these.</param>
/// <param name="Name">Of the orchestration.</param>
/// <param name="From">Created at this time or later.</param>
/// <param name="To">Created before this time.</param>
/// <param name="Limit">1 to 100.</param>
/// <param name="After">The position where the page before ended.</param>
public sealed record OrchestrationQuery(
    OrchestrationStatus? Status = null,
    string? Name = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    int Limit = 20,
    string? After = null);
