using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;

namespace Nots.Storage.Transfer;

/// <summary>
/// An item with every attribute that it has, in DynamoDB's types: nothing is lost between two stores, not even what this platform
/// does not know.
/// </summary>
public sealed class RawItem
{
    private readonly Lazy<byte[]> _hash;

    /// <exception cref="RawItemException">The attributes lack a key of the single table.</exception>
    public RawItem(Dictionary<string, AttributeValue> attributes)
    {
        Attributes = attributes;
        Key = new TableKey(KeyPart(attributes, "PK"), KeyPart(attributes, "SK"));
        _hash = new Lazy<byte[]>(() => CanonicalItem.Hash(attributes));
    }

    public Dictionary<string, AttributeValue> Attributes { get; }

    public TableKey Key { get; }

    /// <summary>0 where another program wrote none.</summary>
    public long Version => Number("Version") ?? 0;

    /// <summary>Epoch seconds; 0 where another program wrote none.</summary>
    public long UpdatedAt => Number("UpdatedAt") ?? 0;

    /// <summary>The last epoch second in which the item is there; null when it stays.</summary>
    public long? TimeToLive => Number("TTL");

    /// <summary>SHA-256 of the item in one fixed form: equal where the items are, whatever wrote them.</summary>
    public ReadOnlySpan<byte> Hash => _hash.Value;

    public bool IsSameAs(RawItem other) => Key == other.Key && Hash.SequenceEqual(other.Hash);

    /// <summary>Written later than another of the same key: by version, then by the time of the change.</summary>
    public bool IsNewerThan(RawItem other) => Version != other.Version ? Version > other.Version : UpdatedAt > other.UpdatedAt;

    public bool HasExpired(long now) => TimeToLive < now;

    private static string KeyPart(Dictionary<string, AttributeValue> attributes, string name) =>
        attributes.TryGetValue(name, out var value) && !string.IsNullOrEmpty(value.S)
            ? value.S
            : throw new RawItemException($"An item has no text in its key attribute {name}: this is not the table of this platform.");

    private long? Number(string name) =>
        Attributes.TryGetValue(name, out var value)
        && decimal.TryParse(value.N, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : null;
}
