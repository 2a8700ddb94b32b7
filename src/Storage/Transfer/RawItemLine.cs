using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Nots.Storage.Transfer;

/// <summary>
/// An item as one line of DynamoDB JSON, <c>{"Item":{"PK":{"S":"…"},…}}</c>: the form in which DynamoDB itself exports to and
/// imports from S3 ("DynamoDB table export output format" in the DynamoDB developer guide).
/// </summary>
public static class RawItemLine
{
    // Two levels a nesting, and the two around the item.
    private const int MaxDepth = 256;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Writes the line and its end.</summary>
    public static void Write(IBufferWriter<byte> output, RawItem item)
    {
        using (var json = new Utf8JsonWriter(output, Writing))
        {
            json.WriteStartObject();
            json.WritePropertyName("Item");
            WriteMap(json, item.Attributes);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <exception cref="RawItemException">The line is no item.</exception>
    public static RawItem Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Reading);
            return new RawItem(ReadMap(json.RootElement.GetProperty("Item")));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RawItemException($"A line is not an item in DynamoDB JSON: {e.Message}", e);
        }
    }

    private static void WriteMap(Utf8JsonWriter json, Dictionary<string, AttributeValue> map)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map)
        {
            json.WritePropertyName(name);
            json.WriteStartObject();
            WriteValue(json, value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, AttributeValue value)
    {
        switch (value)
        {
            case { S: { } text }:
                json.WriteString("S", text);
                break;
            case { N: { } number }:
                json.WriteString("N", number);
                break;
            case { BOOL: { } truth }:
                json.WriteBoolean("BOOL", truth);
                break;
            case { NULL: true }:
                json.WriteBoolean("NULL", true);
                break;
            case { B: { } binary }:
                json.WriteBase64String("B", binary.ToArray());
                break;
            case { M: { } map }:
                json.WritePropertyName("M");
                WriteMap(json, map);
                break;
            case { L: { } list }:
                WriteList(json, "L", list, element =>
                {
                    json.WriteStartObject();
                    WriteValue(json, element);
                    json.WriteEndObject();
                });
                break;
            case { SS: { } texts }:
                WriteList(json, "SS", texts, json.WriteStringValue);
                break;
            case { NS: { } numbers }:
                WriteList(json, "NS", numbers, json.WriteStringValue);
                break;
            case { BS: { } binaries }:
                WriteList(json, "BS", binaries, binary => json.WriteBase64StringValue(binary.ToArray()));
                break;
            default:
                throw new RawItemException("A value of an item has no kind.");
        }
    }

    private static void WriteList<T>(Utf8JsonWriter json, string kind, List<T> elements, Action<T> write)
    {
        json.WriteStartArray(kind);
        elements.ForEach(write);
        json.WriteEndArray();
    }

    private static Dictionary<string, AttributeValue> ReadMap(JsonElement map) =>
        map.EnumerateObject().ToDictionary(attribute => attribute.Name, attribute => ReadValue(attribute.Value));

    private static AttributeValue ReadValue(JsonElement typed)
    {
        var (kind, value) = typed.EnumerateObject().Single() is var only ? (only.Name, only.Value) : default;
        return kind switch
        {
            "S" => new AttributeValue { S = Text(value) },
            "N" => new AttributeValue { N = Number(value) },
            "BOOL" => new AttributeValue { BOOL = value.GetBoolean() },
            "NULL" => new AttributeValue { NULL = value.GetBoolean() ? true : throw new FormatException("A NULL is true.") },
            "B" => new AttributeValue { B = Binary(value) },
            "M" => new AttributeValue { M = ReadMap(value) },
            "L" => new AttributeValue { L = [.. value.EnumerateArray().Select(ReadValue)] },
            "SS" => new AttributeValue { SS = [.. value.EnumerateArray().Select(Text)] },
            "NS" => new AttributeValue { NS = [.. value.EnumerateArray().Select(Number)] },
            "BS" => new AttributeValue { BS = [.. value.EnumerateArray().Select(Binary)] },
            _ => throw new FormatException($"There is no kind of value '{kind}'."),
        };
    }

    private static string Text(JsonElement value) => value.GetString() ?? throw new FormatException("A text is null.");

    private static string Number(JsonElement value)
    {
        var text = Text(value);
        CanonicalNumber.Of(text);
        return text;
    }

    private static MemoryStream Binary(JsonElement value) => new(value.GetBytesFromBase64());
}
