using Microsoft.AspNetCore.Http;

namespace Nots.Api.Docs;

/// <summary>Something that is the same for everybody.</summary>
/// <param name="bytes">What.</param>
/// <param name="contentType">Its media type.</param>
/// <param name="csp">A policy of its own; null for the one that runs nothing.</param>
internal sealed class BytesAnswer(ReadOnlyMemory<byte> bytes, string contentType, string? csp = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "public, max-age=300";
        if (csp is not null)
            response.Headers.ContentSecurityPolicy = csp;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
