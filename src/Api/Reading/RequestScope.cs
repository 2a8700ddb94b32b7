using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Nots.Application.Common;

namespace Nots.Api.Reading;

/// <summary>What the pipeline finds out about one request, and holds on to until it is over.</summary>
internal sealed class RequestScope : IDisposable
{
    /// <summary>Null until it is known, and when the token that was sent is not valid.</summary>
    public Caller? Caller { get; set; }

    public QueryReader? Query { get; set; }

    public RequestBody? Body { get; set; }

    public JsonDocument? Json { get; set; }

    public void Dispose()
    {
        Json?.Dispose();
        Body?.Dispose();
    }
}

/// <summary>What endpoints ask of the request beyond its route.</summary>
internal static class RequestScopeExtensions
{
    public static RequestScope Scope(this HttpContext context) =>
        context.Features.Get<RequestScope>() ?? throw new InvalidOperationException("The request did not come through the pipeline.");

    public static Caller Caller(this HttpContext context) => context.Scope().Caller!;

    public static QueryReader Query(this HttpContext context) => context.Scope().Query!;

    /// <summary>The bytes of the body; empty where the operation takes none.</summary>
    public static ReadOnlyMemory<byte> Body(this HttpContext context) => context.Scope().Body?.Bytes ?? default;

    /// <summary>The root of the JSON body.</summary>
    /// <exception cref="InvalidOperationException">The operation was not declared to take JSON.</exception>
    public static JsonElement Json(this HttpContext context) =>
        context.Scope().Json?.RootElement ?? throw new InvalidOperationException("This operation takes no JSON.");
}
