using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;

namespace Nots.Storage.DynamoDb;

/// <summary>The items of one call in DynamoDB's form, made once: when they are measured.</summary>
internal sealed class Encoded
{
    private readonly List<(TableItem Item, Dictionary<string, AttributeValue> Attributes)> _items = [];

    /// <summary>As <see cref="ItemSize.Of"/>.</summary>
    public long Measure(TableItem item)
    {
        _items.Add((item, AttributeCodec.ToAttributes(item, out var bytes)));
        return bytes;
    }

    /// <summary>The form of an item that was measured.</summary>
    public Dictionary<string, AttributeValue> Of(TableItem item) => _items.Find(known => ReferenceEquals(known.Item, item)).Attributes;
}
