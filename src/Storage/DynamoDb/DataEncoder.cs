using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;

namespace Nots.Storage.DynamoDb;

/// <summary>
/// An item's data in DynamoDB's form, read, checked and measured in one pass: it is done for every write. A number keeps the digits that
/// it is written with.
/// </summary>
internal static class DataEncoder
{
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = ItemSize.MaxDepth };

    /// <param name="data">A JSON object.</param>
    /// <param name="bytes">Grows by what the data takes, as <see cref="ItemSize"/> counts.</param>
    /// <exception cref="ArgumentException">The data is not a JSON object that DynamoDB can hold.</exception>
    public static AttributeValue Encode(ReadOnlySpan<byte> data, ref long bytes)
    {
        try
        {
            var json = new Utf8JsonReader(data, Reading);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
                throw new ArgumentException("An item's data is a JSON object.", nameof(data));
            var value = Value(ref json, ref bytes);
            // The reader refuses whatever comes behind it.
            json.Read();
            return value;
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"An item's data is a JSON object, at most {ItemSize.MaxDepth} levels deep: {e.Message}", nameof(data), e);
        }
        catch (InvalidOperationException e)
        {
            throw new ArgumentException("A text in an item's data is not well-formed Unicode.", nameof(data), e);
        }
    }

    private static AttributeValue Value(ref Utf8JsonReader json, ref long bytes)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                return new AttributeValue { M = Map(ref json, ref bytes) };
            case JsonTokenType.StartArray:
                return new AttributeValue { L = List(ref json, ref bytes) };
            case JsonTokenType.String:
                return new AttributeValue { S = Text(ref json, ref bytes) };
            case JsonTokenType.Number:
                bytes += DynamoNumber.Size(json.ValueSpan);
                return new AttributeValue { N = DynamoNumber.Text(json.ValueSpan) };
            default:
                bytes++;
                return json.TokenType == JsonTokenType.Null ? new AttributeValue { NULL = true } : new AttributeValue { BOOL = json.GetBoolean() };
        }
    }

    private static Dictionary<string, AttributeValue> Map(ref Utf8JsonReader json, ref long bytes)
    {
        var map = new Dictionary<string, AttributeValue>();
        bytes += ItemSize.CollectionBytes;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var before = bytes;
            var name = Text(ref json, ref bytes);
            ItemSize.CheckName((int)(bytes - before));
            bytes++;
            json.Read();
            if (!map.TryAdd(name, Value(ref json, ref bytes)))
                throw new ArgumentException($"An item's data has each name once; {name} is in it twice.", nameof(json));
        }

        return map;
    }

    private static List<AttributeValue> List(ref Utf8JsonReader json, ref long bytes)
    {
        var list = new List<AttributeValue>();
        bytes += ItemSize.CollectionBytes;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            bytes++;
            list.Add(Value(ref json, ref bytes));
        }

        return list;
    }

    private static string Text(ref Utf8JsonReader json, ref long bytes)
    {
        var text = json.GetString()!;
        bytes += json.ValueIsEscaped ? Utf8.Count(text) : json.ValueSpan.Length;
        return text;
    }
}
