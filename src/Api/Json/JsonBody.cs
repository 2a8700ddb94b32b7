using System.Text.Json;
using System.Text.Unicode;
using Nots.Domain.Common;

namespace Nots.Api.Json;

/// <summary>Turns a body into JSON, or says where it is not JSON.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>The document, which the caller disposes; its root is an object. It points into the body's memory.</summary>
    public static Result<JsonDocument> Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return Fault("required", "A JSON object is required as the body.");
        if (!Utf8.IsValid(body.Span))
            return Fault("json", "The body is not valid UTF-8.");
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Options);
        }
        catch (JsonException exception)
        {
            return Fault("json", $"The body is not valid JSON, at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;
        document.Dispose();
        return Fault("type", "The body must be a JSON object.");
    }

    private static Refusal Fault(string constraint, string message) => Refusal.Invalid(new FieldFault("", constraint, message));
}
