using System.Buffers.Binary;
using System.Security.Cryptography;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;

namespace Nots.Storage.Transfer;

/// <summary>
/// An item as bytes that are the same wherever it is kept: names and sets in order, numbers in one form, each value after its kind
/// and its length, so that no two different items have the same bytes.
/// </summary>
internal static class CanonicalItem
{
    public static byte[] Hash(Dictionary<string, AttributeValue> attributes)
    {
        using var bytes = new MemoryStream();
        WriteMap(bytes, attributes);
        return SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static void WriteMap(MemoryStream bytes, Dictionary<string, AttributeValue> map)
    {
        Begin(bytes, 'M', map.Count);
        foreach (var (name, value) in map.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            WriteText(bytes, 'K', name);
            Write(bytes, value);
        }
    }

    private static void Write(MemoryStream bytes, AttributeValue value)
    {
        switch (value)
        {
            case { S: { } text }:
                WriteText(bytes, 'S', text);
                break;
            case { N: { } number }:
                WriteText(bytes, 'N', CanonicalNumber.Of(number));
                break;
            case { BOOL: { } truth }:
                Begin(bytes, truth ? 'T' : 'F', 0);
                break;
            case { NULL: true }:
                Begin(bytes, '0', 0);
                break;
            case { B: { } binary }:
                WriteBytes(bytes, 'B', binary.ToArray());
                break;
            case { M: { } map }:
                WriteMap(bytes, map);
                break;
            case { L: { } list }:
                Begin(bytes, 'L', list.Count);
                list.ForEach(element => Write(bytes, element));
                break;
            case { SS: { } texts }:
                WriteSet(bytes, 's', texts.Select(Utf8.Encode));
                break;
            case { NS: { } numbers }:
                WriteSet(bytes, 'n', numbers.Select(number => Utf8.Encode(CanonicalNumber.Of(number))));
                break;
            case { BS: { } binaries }:
                WriteSet(bytes, 'b', binaries.Select(binary => binary.ToArray()));
                break;
            default:
                throw new RawItemException("A value of an item has no kind.");
        }
    }

    private static void WriteSet(MemoryStream bytes, char kind, IEnumerable<byte[]> elements)
    {
        byte[][] ordered = [.. elements.Order(Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)))];
        Begin(bytes, kind, ordered.Length);
        foreach (var element in ordered)
            WriteBytes(bytes, 'e', element);
    }

    private static void WriteText(MemoryStream bytes, char kind, string text) => WriteBytes(bytes, kind, Utf8.Encode(text));

    private static void WriteBytes(MemoryStream bytes, char kind, byte[] value)
    {
        Begin(bytes, kind, value.Length);
        bytes.Write(value);
    }

    private static void Begin(MemoryStream bytes, char kind, int length)
    {
        Span<byte> head = stackalloc byte[5];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], length);
        bytes.Write(head);
    }
}
