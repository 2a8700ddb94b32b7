using System.Buffers;
using Microsoft.AspNetCore.Http;
using Nots.Application.Common;

namespace Nots.Api.Pipeline;

/// <summary>The id by which a request is found again: the client's own where it is sane, a new one otherwise.</summary>
internal static class RequestIds
{
    public const string Header = "X-Request-Id";
    private static readonly SearchValues<char> Sane = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.");

    /// <summary>Sets the request's trace identifier, which logs carry, and says it in the response.</summary>
    public static void Assign(HttpContext context, IIdSource ids)
    {
        var id = context.Request.Headers[Header] is [{ Length: > 0 and <= 100 } sent] && !sent.AsSpan().ContainsAnyExcept(Sane)
            ? sent
            : ids.New("req");
        context.TraceIdentifier = id;
        context.Response.Headers[Header] = id;
    }
}
