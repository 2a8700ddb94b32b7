using Microsoft.AspNetCore.Http;

namespace Nots.Api.Docs;

/// <summary>Something that is the same for everybody.</summary>
/// <param name="bytes">What.</param>
/// <param name="contentType">Its media type.</param>
/// <param name="csp">A policy of its own; null for the one that runs nothing.</param>
/// <param name="encoding">How the bytes are packed; null when they are not.</param>
internal sealed class BytesAnswer(ReadOnlyMemory<byte> bytes, string contentType, string? csp = null, string? encoding = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "public, max-age=300";
        if (csp is not null)
            response.Headers.ContentSecurityPolicy = csp;
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        return response.Body.WriteAsync(bytes, CancellationToken.None).AsTask();
    }
}
