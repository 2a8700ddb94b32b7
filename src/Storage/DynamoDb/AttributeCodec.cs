using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;
using Nots.Storage.Transfer;

namespace Nots.Storage.DynamoDb;

/// <summary>
/// An item as DynamoDB has it, and back, exactly. A JSON number goes as the digits that it is written with, never by way of a
/// floating-point number. What other programs may have put into <c>Data</c> and JSON has no kind for is read as the nearest that it
/// has: a set as a list, binary as base64 text.
/// </summary>
public static class AttributeCodec
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>All attributes of an item.</summary>
    public static Dictionary<string, AttributeValue> ToAttributes(TableItem item) => ToAttributes(item, out _);

    /// <summary>An item as it travels between stores.</summary>
    public static RawItem ToRawItem(TableItem item) => new(ToAttributes(item));

    /// <summary>The same, measured on the way: to read the data twice takes longer than to send it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="bytes">As <see cref="ItemSize.Of"/> says.</param>
    /// <exception cref="ArgumentException">The data is not a JSON object that DynamoDB can hold.</exception>
    internal static Dictionary<string, AttributeValue> ToAttributes(TableItem item, out long bytes)
    {
        var attributes = Key(item.Key);
        attributes["EntityType"] = Text(item.EntityType);
        bytes = ItemSize.OfEnvelope(item);
        attributes["Data"] = DataEncoder.Encode(item.Data.Span, ref bytes);
        attributes["CreatedAt"] = Number(item.CreatedAt);
        attributes["UpdatedAt"] = Number(item.UpdatedAt);
        attributes["Version"] = Number(item.Version);
        if (item.TimeToLive is { } ttl)
            attributes["TTL"] = Number(ttl);
        foreach (var (index, key) in (ReadOnlySpan<(TableIndex, IndexKey?)>)[(TableIndex.Gsi1, item.Gsi1), (TableIndex.Gsi2, item.Gsi2), (TableIndex.Gsi3, item.Gsi3)])
        {
            if (key is not { } place)
                continue;
            attributes[TableDefinition.PartitionKeyOf(index)] = Text(place.PartitionKey);
            attributes[TableDefinition.SortKeyOf(index)] = Text(place.SortKey);
        }

        return attributes;
    }

    /// <exception cref="InvalidDataException">An attribute that every item has is missing or of another type.</exception>
    public static TableItem ToItem(Dictionary<string, AttributeValue> attributes) => new()
    {
        Key = new TableKey(Text(attributes, TableDefinition.PartitionKey), Text(attributes, TableDefinition.SortKey)),
        EntityType = Text(attributes, "EntityType"),
        Data = Data(attributes),
        CreatedAt = Number(attributes, "CreatedAt"),
        UpdatedAt = Number(attributes, "UpdatedAt"),
        Version = Number(attributes, "Version"),
        TimeToLive = attributes.ContainsKey("TTL") ? Number(attributes, "TTL") : null,
        Gsi1 = Place(attributes, TableIndex.Gsi1),
        Gsi2 = Place(attributes, TableIndex.Gsi2),
        Gsi3 = Place(attributes, TableIndex.Gsi3),
    };

    internal static Dictionary<string, AttributeValue> Key(TableKey key) => new()
    {
        [TableDefinition.PartitionKey] = Text(key.PartitionKey),
        [TableDefinition.SortKey] = Text(key.SortKey),
    };

    internal static AttributeValue Text(string text) => new() { S = text };

    internal static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    private static byte[] Data(Dictionary<string, AttributeValue> attributes)
    {
        if (attributes.GetValueOrDefault("Data") is not { M: { } map })
            throw Missing(attributes, "a map Data");
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
            Write(writer, map);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Dictionary<string, AttributeValue> map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Each value has one kind; the SDK leaves the properties of the others null.</summary>
    private static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        if (value.S is { } text)
            writer.WriteStringValue(text);
        else if (value.N is { } number)
            writer.WriteRawValue(number);
        else if (value.BOOL is { } yes)
            writer.WriteBooleanValue(yes);
        else if (value.M is { } map)
            Write(writer, map);
        else if (value.L is { } list)
            WriteList(writer, list, Write);
        else if (value.SS is { } texts)
            WriteList(writer, texts, static (writer, text) => writer.WriteStringValue(text));
        else if (value.NS is { } numbers)
            WriteList(writer, numbers, static (writer, number) => writer.WriteRawValue(number));
        else if (value.B is { } bytes)
            writer.WriteBase64StringValue(bytes.ToArray());
        else if (value.BS is { } binaries)
            WriteList(writer, binaries, static (writer, bytes) => writer.WriteBase64StringValue(bytes.ToArray()));
        else
            writer.WriteNullValue();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, List<T> values, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var value in values)
            write(writer, value);
        writer.WriteEndArray();
    }

    private static string Text(Dictionary<string, AttributeValue> attributes, string name) =>
        attributes.GetValueOrDefault(name)?.S ?? throw Missing(attributes, $"a text {name}");

    private static long Number(Dictionary<string, AttributeValue> attributes, string name) =>
        long.TryParse(attributes.GetValueOrDefault(name)?.N, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Missing(attributes, $"a whole number {name}");

    private static IndexKey? Place(Dictionary<string, AttributeValue> attributes, TableIndex index) =>
        attributes.GetValueOrDefault(TableDefinition.PartitionKeyOf(index))?.S is { } partition
        && attributes.GetValueOrDefault(TableDefinition.SortKeyOf(index))?.S is { } sort
            ? new IndexKey(partition, sort)
            : null;

    private static InvalidDataException Missing(Dictionary<string, AttributeValue> attributes, string what) => new(
        $"Item {attributes.GetValueOrDefault(TableDefinition.PartitionKey)?.S} / {attributes.GetValueOrDefault(TableDefinition.SortKey)?.S} of the table does not have {what}.");
}
