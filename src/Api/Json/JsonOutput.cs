using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Nots.Api.Json;

/// <summary>Writes JSON as the body of a response, with its length, through one buffer and writer per thread.</summary>
internal static class JsonOutput
{
    private const int KeptCapacity = 64 * 1024;

    // The answer is data, never part of a page (nosniff, and a CSP that runs nothing), so "£" and "+" may stay as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static Task WriteAsync<T>(HttpResponse response, T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(8 * 1024);
        var writer = _writer ??= new Utf8JsonWriter(buffer, Options);
        try
        {
            write(writer, value);
            writer.Flush();
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = buffer.WrittenCount;
            response.BodyWriter.Write(buffer.WrittenSpan);
        }
        finally
        {
            if (buffer.Capacity > KeptCapacity)
                (_buffer, _writer) = (null, null);
            buffer.ResetWrittenCount();
            writer.Reset();
        }
        // Without a token: to a client that has gone it ends by itself, and that is nobody's fault.
        return response.BodyWriter.FlushAsync(CancellationToken.None).AsTask();
    }
}
