using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nots.Durable.History;

/// <summary>Keeps a payload, which is JSON text already, as JSON within the event instead of as a string of escapes.</summary>
internal sealed class RawJsonConverter : JsonConverter<string?>
{
    /// <summary>A payload may be the JSON null, which is not the same as no payload.</summary>
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteRawValue(value, skipInputValidation: true);
    }
}
