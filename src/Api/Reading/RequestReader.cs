using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nots.Domain.Common;

namespace Nots.Api.Reading;

/// <summary>
/// Reads a JSON body into its request record, strictly, and finds all faults in one go: wrong types, missing, doubled and unknown fields,
/// and values that the record's attributes do not allow. The serializer stops at its first fault, so it gets what is checked already,
/// and of a body with faults only the fields without one; the others read as if they had not been sent.
/// </summary>
internal sealed class RequestReader
{
    private readonly RequestFaults _faults = new();

    // Whether the serializer can read the body as it is.
    private bool _intact = true;

    private RequestReader()
    {
    }

    public static (T Request, IReadOnlyList<FieldFault> Faults) Read<T>(JsonElement body, JsonTypeInfo<T> record)
        where T : class
    {
        var reader = new RequestReader();
        var shape = RequestShape.For(record);
        reader.ReadObject(body, shape, "", null);
        return (reader._intact ? body.Deserialize(record)! : JsonSerializer.Deserialize(Rewrite(body, shape), record)!, reader._faults.All);
    }

    /// <summary>The body with what is not at fault.</summary>
    private static ReadOnlySpan<byte> Rewrite(JsonElement body, RequestShape shape)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            new RequestReader().ReadObject(body, shape, "", writer);
        return buffer.WrittenSpan;
    }

    private void ReadObject(JsonElement element, RequestShape shape, string path, Utf8JsonWriter? writer)
    {
        writer?.WriteStartObject();
        Span<int> times = stackalloc int[shape.Fields.Count];
        var values = new JsonElement[shape.Fields.Count];
        var unknown = Match(element, shape, times, values);
        for (var i = 0; i < shape.Fields.Count; i++)
            ReadField(shape.Fields[i], times[i], values[i], path, writer);
        if (unknown > 0)
            FaultUnknown(element, shape, path);
        writer?.WriteEndObject();
    }

    /// <summary>Finds each field's value, and how often it was sent.</summary>
    /// <returns>How many properties are no field.</returns>
    private static int Match(JsonElement element, RequestShape shape, Span<int> times, JsonElement[] values)
    {
        var unknown = 0;
        foreach (var property in element.EnumerateObject())
        {
            var index = IndexOf(property, shape);
            if (index < 0)
            {
                unknown++;
                continue;
            }
            times[index]++;
            values[index] = property.Value;
        }
        return unknown;
    }

    private static int IndexOf(JsonProperty property, RequestShape shape)
    {
        for (var i = 0; i < shape.Fields.Count; i++)
        {
            if (property.NameEquals(shape.Fields[i].Name))
                return i;
        }
        return -1;
    }

    private void ReadField(RequestField field, int times, JsonElement value, string path, Utf8JsonWriter? writer)
    {
        if (times > 1)
        {
            Fault(path + field.Name, "duplicate", $"{path}{field.Name} appears {times} times.");
        }
        else if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            // Null is as good as not sent.
            _intact &= times == 0;
            if (field.Required)
                FaultMissing(path + field.Name);
        }
        else if (Check(field, value, path + field.Name))
        {
            writer?.WritePropertyName(field.Name);
            ReadValue(field, value, path + field.Name, writer);
        }
    }

    private void ReadValue(RequestField field, JsonElement value, string path, Utf8JsonWriter? writer)
    {
        switch (field.Kind)
        {
            case FieldKind.Object:
                ReadObject(value, field.Nested!, path + ".", writer);
                break;
            case FieldKind.List:
                ReadList(field, value, path, writer);
                break;
            default:
                if (writer is not null)
                    value.WriteTo(writer);
                break;
        }
    }

    /// <summary>The objects of a list, up to one more than are allowed: from that one whoever checks it sees that there are too many.</summary>
    private void ReadList(RequestField field, JsonElement list, string path, Utf8JsonWriter? writer)
    {
        writer?.WriteStartArray();
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (index > field.MaxLength)
                break;
            var itemPath = $"{path}[{index++}]";
            if (item.ValueKind == JsonValueKind.Object)
            {
                ReadObject(item, field.Nested!, itemPath + ".", writer);
                continue;
            }
            Fault(itemPath, "type", $"{itemPath} must be an object.");
            writer?.WriteStartObject();
            writer?.WriteEndObject();
        }
        writer?.WriteEndArray();
    }

    /// <summary>Whether a value is what its field must be, apart from what is inside an object or a list.</summary>
    private bool Check(RequestField field, JsonElement value, string path) => field.Kind switch
    {
        FieldKind.Text => value.ValueKind == JsonValueKind.String ? CheckText(field, value, path) : WrongType(path, "a string"),
        FieldKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False || WrongType(path, "true or false"),
        FieldKind.WholeNumber => CheckWholeNumber(field, value, path),
        FieldKind.Number => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? CheckRange(field, number, path)
            : WrongType(path, "a number"),
        FieldKind.Object => value.ValueKind == JsonValueKind.Object || WrongType(path, "an object"),
        FieldKind.List => value.ValueKind == JsonValueKind.Array ? CheckCount(field, value, path) : WrongType(path, "a list"),
        _ => IsWellFormed(value) || Fault(path, "format", $"{path} contains an unpaired surrogate."),
    };

    private bool CheckText(RequestField field, JsonElement value, string path)
    {
        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Fault(path, "format", $"{path} contains an unpaired surrogate.");
        }
        if (field.Required && text.Length == 0)
            return FaultMissing(path);
        if (text.Length > field.MaxLength)
            return Fault(path, "length", $"{path} must have at most {field.MaxLength} characters.");
        return field.Values is not { } values || text.Length == 0 || values.Contains(text)
            || Fault(path, "one_of", $"{path} must be one of: {string.Join(", ", values)}.");
    }

    private bool CheckWholeNumber(RequestField field, JsonElement value, string path)
    {
        var fits = value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var number) && (field.Type == typeof(long) || number is >= int.MinValue and <= int.MaxValue);
        return fits ? CheckRange(field, value.GetInt64(), path) : WrongType(path, "a whole number");
    }

    private bool CheckRange(RequestField field, double number, string path) =>
        field.Range is not var (min, max) || (number >= min && number <= max)
        || Fault(path, "range", string.Create(CultureInfo.InvariantCulture, $"{path} must be from {min} to {max}."));

    /// <summary>What is in a list that is too long is looked at all the same.</summary>
    private bool CheckCount(RequestField field, JsonElement value, string path)
    {
        if (value.GetArrayLength() > field.MaxLength)
            Fault(path, "count", $"{path} must have at most {field.MaxLength} items.");
        return true;
    }

    /// <summary>Whether a string can hold every text within: an escape such as <c>\ud800</c> alone is an unpaired surrogate.</summary>
    private static bool IsWellFormed(JsonElement value)
    {
        try
        {
            using var writer = new Utf8JsonWriter(Stream.Null);
            value.WriteTo(writer);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private void FaultUnknown(JsonElement element, RequestShape shape, string path)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (IndexOf(property, shape) >= 0)
                continue;
            var name = path + RequestFaults.Shorten(property.Name);
            Fault(name, "unknown", $"{name} is not a known field.");
        }
    }

    private bool FaultMissing(string path) => Fault(path, "required", $"{path} is required.");

    private bool WrongType(string path, string type) => Fault(path, "type", $"{path} must be {type}.");

    /// <returns>False, for whoever checks.</returns>
    private bool Fault(string path, string constraint, string message)
    {
        _intact = false;
        _faults.Add(path, constraint, message);
        return false;
    }
}
