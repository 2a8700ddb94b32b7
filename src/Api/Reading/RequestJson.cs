using System.Text.Json;
using System.Text.Unicode;
using Nots.Domain.Common;

namespace Nots.Api.Reading;

/// <summary>Turns a body into JSON, or says where it is not JSON.</summary>
internal static class RequestJson
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
        if (document.RootElement.ValueKind == JsonValueKind.Object && HasReadableNames(body.Span))
            return document;
        var isObject = document.RootElement.ValueKind == JsonValueKind.Object;
        document.Dispose();
        return isObject
            ? Fault("json", "A property name contains an unpaired surrogate.")
            : Fault("type", "The body must be a JSON object.");
    }

    /// <summary>
    /// Whether every property's name is a string. An escape such as <c>\ud800</c> alone is an unpaired surrogate: valid JSON that no
    /// string can hold, and comparing names with it throws. The first one is enough, so that a body full of them costs one exception.
    /// </summary>
    private static bool HasReadableNames(ReadOnlySpan<byte> body)
    {
        // Names hold surrogates only as \ud… or \uD….
        if (body.IndexOf("\\ud"u8) < 0 && body.IndexOf("\\uD"u8) < 0)
            return true;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    reader.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        return true;
    }

    private static Refusal Fault(string constraint, string message) => Refusal.Invalid(new FieldFault("", constraint, message));
}
