using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nots.Storage.Table;

/// <summary>
/// How many bytes an item takes of DynamoDB's 400 KB: attribute names and values in UTF-8, a number 1 byte and 1 for each two of
/// its significant digits, a boolean or null 1, a map or list 3 and 1 for each element. Amazon calls its figures for numbers
/// approximate, so an item within a few bytes of the limit may still be refused there.
/// See "DynamoDB item sizes and formats" in the DynamoDB developer guide. Measuring also checks that DynamoDB can hold the data.
/// </summary>
internal static class ItemSize
{
    /// <summary>How deep maps and lists are nested: of DynamoDB's 32 levels the innermost is for what is in them.</summary>
    public const int MaxDepth = 31;

    public const int CollectionBytes = 3;

    private const int MaxNameBytes = 65535;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <exception cref="ArgumentException">The data is not a JSON object that DynamoDB can hold.</exception>
    public static long Of(TableItem item) => OfEnvelope(item) + OfData(item.Data);

    /// <summary>All but the value of <c>Data</c>.</summary>
    public static long OfEnvelope(TableItem item)
    {
        var key = "PK".Length + Utf8.Count(item.Key.PartitionKey) + "SK".Length + Utf8.Count(item.Key.SortKey);
        var envelope = "EntityType".Length + Utf8.Count(item.EntityType)
            + "CreatedAt".Length + OfNumber(item.CreatedAt)
            + "UpdatedAt".Length + OfNumber(item.UpdatedAt)
            + "Version".Length + OfNumber(item.Version)
            + (item.TimeToLive is { } ttl ? "TTL".Length + OfNumber(ttl) : 0);
        return key + envelope + OfIndexKey(item.Gsi1) + OfIndexKey(item.Gsi2) + OfIndexKey(item.Gsi3)
            + "Data".Length;
    }

    /// <exception cref="ArgumentException">DynamoDB takes no name of so many bytes.</exception>
    public static void CheckName(int bytes)
    {
        if (bytes is 0 or > MaxNameBytes)
            throw new ArgumentException($"A name in an item's data has 1 to {MaxNameBytes} bytes; one has {bytes}.", nameof(bytes));
    }

    private static long OfIndexKey(IndexKey? key) => key is { } k
        ? "GSI1PK".Length + Utf8.Count(k.PartitionKey) + "GSI1SK".Length + Utf8.Count(k.SortKey)
        : 0;

    private static long OfData(ReadOnlyMemory<byte> data)
    {
        try
        {
            using var document = JsonDocument.Parse(data, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? OfValue(document.RootElement)
                : throw new ArgumentException("An item's data is a JSON object.", nameof(data));
        }
        catch (JsonException e)
        {
            throw new ArgumentException(
                $"An item's data is a JSON object without duplicate names, at most {MaxDepth} maps and lists deep: {e.Message}", nameof(data), e);
        }
        catch (InvalidOperationException e)
        {
            throw new ArgumentException("A text in an item's data is not well-formed Unicode.", nameof(data), e);
        }
    }

    private static long OfValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => OfObject(value),
        JsonValueKind.Array => OfArray(value),
        JsonValueKind.String => OfRaw(JsonMarshal.GetRawUtf8Value(value)[1..^1]) ?? Utf8.Count(value.GetString()!),
        JsonValueKind.Number => DynamoNumber.Size(JsonMarshal.GetRawUtf8Value(value)),
        _ => 1,
    };

    private static long OfObject(JsonElement map)
    {
        long size = CollectionBytes;
        foreach (var property in map.EnumerateObject())
        {
            var name = OfRaw(JsonMarshal.GetRawUtf8PropertyName(property)) ?? Utf8.Count(property.Name);
            CheckName(name);
            size += 1 + name + OfValue(property.Value);
        }

        return size;
    }

    private static long OfArray(JsonElement list)
    {
        long size = CollectionBytes;
        foreach (var element in list.EnumerateArray())
            size += 1 + OfValue(element);
        return size;
    }

    /// <summary>The length of a text as it stands in the JSON; null when it has escapes and must be decoded first.</summary>
    private static int? OfRaw(ReadOnlySpan<byte> raw) => raw.Contains((byte)'\\') ? null
        : Utf8.IsValid(raw) ? raw.Length
        : throw new ArgumentException("A text in an item's data is not valid UTF-8.", nameof(raw));

    private static int OfNumber(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, default, System.Globalization.CultureInfo.InvariantCulture);
        return DynamoNumber.Size(digits[..length]);
    }
}
