using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Nots.Api.Pipeline;

/// <summary>Lets the pages of listed origins call the API (the CORS protocol of the Fetch standard), without cookies.</summary>
internal sealed class CrossOrigin(IReadOnlyList<string> allowedOrigins)
{
    private const string RequestHeaders = "Authorization, Content-Type, Idempotency-Key, X-Manage-Token, X-Request-Id";
    private const string ResponseHeaders =
        "Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-Request-Id";

    private readonly FrozenSet<string> _allowed = allowedOrigins.ToFrozenSet(StringComparer.Ordinal);

    public void Set(HttpContext context)
    {
        if (_allowed.Count == 0)
            return;
        var headers = context.Response.Headers;
        headers.Vary = "Origin";
        if (!Allows(context, out var origin))
            return;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = ResponseHeaders;
    }

    /// <summary>Answers the question that a browser asks before a request that is not a simple one.</summary>
    public void Preflight(HttpContext context, string methods)
    {
        var headers = context.Response.Headers;
        headers.Allow = methods;
        if (!Allows(context, out _) || context.Request.Headers.AccessControlRequestMethod.Count == 0)
            return;
        headers.AccessControlAllowMethods = methods;
        headers.AccessControlAllowHeaders = RequestHeaders;
        headers.AccessControlMaxAge = "600";
    }

    private bool Allows(HttpContext context, out string? origin)
    {
        origin = context.Request.Headers.Origin is [{ } sent] ? sent : null;
        return origin is not null && _allowed.Contains(origin);
    }
}
