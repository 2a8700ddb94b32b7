using System.Text.Json;
using Nots.Domain.Common;

namespace Nots.Api.Json;

/// <summary>
/// Reads the fields of a JSON object strictly. A field of the wrong type reads as null and leaves a fault, so that all faults of
/// a request are found in one go; whatever was not asked for by the time of <see cref="End"/> is an unknown field.
/// </summary>
public sealed class JsonFields
{
    private readonly JsonElement _object;
    private readonly string _path;
    private readonly RequestFaults _faults;

    // Which of the object's properties have been asked for, by their place in it.
    private readonly bool[] _asked;

    private JsonFields(JsonElement element, string path, RequestFaults faults)
    {
        _object = element;
        _path = path;
        _faults = faults;
        _asked = new bool[element.GetPropertyCount()];
    }

    /// <summary>The JSON text of the object.</summary>
    public JsonElement Element => _object;

    internal static JsonFields Of(JsonElement element) => new(element, "", new RequestFaults());

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            return Wrong<string?>(name, "a text");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 that is half a character.
            return Wrong<string?>(name, "a text of whole characters", "format");
        }
    }

    public bool? Flag(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => Wrong<bool?>(name, "true or false"),
    };

    public int? WholeNumber(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) => number,
        _ => Wrong<int?>(name, "a whole number"),
    };

    /// <summary>An amount in pence.</summary>
    public long? Amount(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
        _ => Wrong<long?>(name, "a whole number of pence"),
    };

    public double? Number(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        _ => Wrong<double?>(name, "a number"),
    };

    /// <summary>A value of any type, as it is; undefined when none was sent.</summary>
    public JsonElement Any(string name)
    {
        if (Find(name) is not { } value)
            return default;
        if (HasWholeTexts(value))
            return value;
        Wrong<object?>(name, "made of whole characters", "format");
        return default;
    }

    public T? Nested<T>(string name, Func<JsonFields, T> read)
        where T : class
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Object ? Within(value, _path + name + ".", read) : Wrong<T?>(name, "an object");
    }

    /// <summary>The objects of a list, up to one more than are allowed; empty when none was sent.</summary>
    /// <param name="name">Of the field.</param>
    /// <param name="most">That are allowed: who checks it sees from the one more that there are too many.</param>
    /// <param name="wrong">What stands for an entry that is no object.</param>
    /// <param name="read">Reads one.</param>
    public IReadOnlyList<T> List<T>(string name, int most, T wrong, Func<JsonFields, T> read)
        where T : class
    {
        if (Find(name) is not { } value)
            return [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong<T?>(name, "a list");
            return [];
        }
        var items = new List<T>();
        foreach (var item in value.EnumerateArray().Take(most + 1))
        {
            var itemName = $"{name}[{items.Count}]";
            items.Add(item.ValueKind == JsonValueKind.Object
                ? Within(item, _path + itemName + ".", read)
                : Wrong<T?>(itemName, "an object") ?? wrong);
        }
        return items;
    }

    /// <summary>Faults what was not asked for, and returns all faults of the request so far.</summary>
    public IReadOnlyList<FieldFault> End()
    {
        var index = 0;
        foreach (var property in _object.EnumerateObject())
        {
            if (!_asked[index++])
                Unknown(property);
        }
        return _faults.All;
    }

    private T Within<T>(JsonElement element, string path, Func<JsonFields, T> read)
    {
        var fields = new JsonFields(element, path, _faults);
        var value = read(fields);
        fields.End();
        return value;
    }

    /// <summary>The value of a field; null when it was not sent, or sent as null.</summary>
    private JsonElement? Find(string name)
    {
        JsonElement? found = null;
        var times = 0;
        var index = 0;
        foreach (var property in _object.EnumerateObject())
        {
            if (property.NameEquals(name))
            {
                _asked[index] = true;
                found = property.Value;
                times++;
            }
            index++;
        }
        if (times > 1)
        {
            _faults.Add(_path + name, "duplicate", $"{_path}{name} is there {times} times.");
            return null;
        }
        return found is { ValueKind: not JsonValueKind.Null } ? found : null;
    }

    /// <summary>Whether all texts within can be held by a string: an escape such as <c>\ud800</c> alone cannot.</summary>
    private static bool HasWholeTexts(JsonElement value)
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

    private T? Wrong<T>(string name, string what, string constraint = "type")
    {
        _faults.Add(_path + name, constraint, $"{_path}{name} must be {what}.");
        return default;
    }

    private void Unknown(JsonProperty property)
    {
        var name = RequestFaults.Shorten(property.Name);
        _faults.Add(_path + name, "unknown", $"There is no field {_path}{name}.");
    }
}
