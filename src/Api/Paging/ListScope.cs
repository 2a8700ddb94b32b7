using System.Globalization;
using Microsoft.AspNetCore.Http;
using Nots.Api.Reading;

namespace Nots.Api.Paging;

/// <summary>What a cursor is good for: one operation, one caller, the same filters.</summary>
internal static class ListScope
{
    public static string From(HttpContext context, params ReadOnlySpan<string?> filters)
    {
        var caller = context.Caller();
        var parts = new List<string> { context.GetEndpoint().OperationName(), caller.Role?.ToString() ?? "guest", caller.UserId ?? "" };
        foreach (var filter in filters)
            parts.Add(filter ?? "");
        // Lengths first: no two different lists of parts make the same text.
        return string.Concat(parts.Select(part => $"{part.Length}:{part}"));
    }

    /// <summary>An instant as a filter.</summary>
    public static string? Text(DateTimeOffset? instant) => instant?.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
