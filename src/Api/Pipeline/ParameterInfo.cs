namespace Nots.Api.Pipeline;

/// <summary>A query parameter or header that an operation understands, for its documentation and for refusing unknown ones.</summary>
/// <param name="Name">As sent.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Type">Its JSON type: <c>string</c>, <c>integer</c> or <c>boolean</c>.</param>
/// <param name="Values">What it must be one of; null for anything.</param>
/// <param name="Required">Whether the operation refuses to go without.</param>
public sealed record ParameterInfo(
    string Name, string Description, string Type = "string", IReadOnlyCollection<string>? Values = null, bool Required = false)
{
    /// <summary>How many entries of a list, and where it goes on: of every list.</summary>
    public static IReadOnlyList<ParameterInfo> Paging { get; } =
    [
        new("limit", "How many entries, 1 to 100; 20 unless told.", "integer"),
        new("cursor", "Where the page before ended: its nextCursor."),
    ];
}
