using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Nots.Api.Results;
using Nots.Domain.Common;

namespace Nots.Api.Reading;

/// <summary>Reads a body up to its limit and not a byte beyond, into a pooled buffer that goes back when the request is over.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int UnknownLength = 4096;

    private byte[] _buffer;
    private int _length;

    private RequestBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Why the body will not be read, judged by the headers alone.</summary>
    public static Refusal? Refuse(HttpRequest request, BodyMetadata body)
    {
        if (request.ContentLength > body.Limit)
            return TooLarge(body.Limit);
        if (body.Json is null || !HasBody(request))
            return null;
        if (!IsJson(request.ContentType))
            return new Refusal(ApiErrorCode.UnsupportedMediaType, "The body must be application/json, in UTF-8.");
        return request.Headers.ContentEncoding is [] or ["identity"]
            ? null
            : new Refusal(ApiErrorCode.UnsupportedMediaType, "The body must not be compressed.");
    }

    public static async ValueTask<Result<RequestBody>> ReadAsync(HttpRequest request, int limit)
    {
        var body = new RequestBody((int)Math.Min(request.ContentLength ?? UnknownLength, limit) + 1);
        try
        {
            if (await body.FillAsync(request.Body, limit, request.HttpContext.RequestAborted))
                return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
        body.Dispose();
        return TooLarge(limit);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _length) = ([], 0);
    }

    /// <returns>False when there is more than the limit.</returns>
    private async ValueTask<bool> FillAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_length == _buffer.Length)
                Grow();
            var read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken);
            if (read == 0)
                return true;
            _length += read;
            if (_length > limit)
                return false;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Bytes.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private static bool HasBody(HttpRequest request) => request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0;

    private static bool IsJson(string? contentType)
    {
        if (contentType is "application/json" or "application/json; charset=utf-8")
            return true;
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    private static Refusal TooLarge(int limit) => new(
        ApiErrorCode.PayloadTooLarge, $"The body must have at most {limit} bytes.",
        Facts: new Dictionary<string, string> { ["limit"] = limit.ToString(CultureInfo.InvariantCulture) });
}
