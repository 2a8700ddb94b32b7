using Microsoft.AspNetCore.Http;
using Nots.Api.Json;
using Nots.Application.Common;

namespace Nots.Api.Pipeline;

/// <summary>A request that has passed everything that is common to all operations.</summary>
/// <param name="context">For what only the operation knows of: its headers.</param>
/// <param name="caller">Who is asking.</param>
/// <param name="query">The query parameters.</param>
/// <param name="body">The body as it came; empty where the operation takes none.</param>
/// <param name="json">The body's JSON object; null where the operation takes none.</param>
public sealed class ApiRequest(HttpContext context, Caller caller, QueryFields query, ReadOnlyMemory<byte> body, JsonFields? json)
{
    public HttpContext Context { get; } = context;

    public Caller Caller { get; } = caller;

    public QueryFields Query { get; } = query;

    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <exception cref="InvalidOperationException">The operation was not declared to take JSON.</exception>
    public JsonFields Json => json ?? throw new InvalidOperationException("This operation takes no JSON.");

    /// <summary>Signalled when the client has gone.</summary>
    public CancellationToken Aborted => Context.RequestAborted;

    /// <summary>A parameter of the route.</summary>
    public string Route(string name) => (string)Context.Request.RouteValues[name]!;

    /// <summary>A header that comes at most once; null when it was not sent, or more than once.</summary>
    public string? Header(string name) => Context.Request.Headers[name] is [{ } value] ? value : null;
}
