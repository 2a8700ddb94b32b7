using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;

namespace Nots.Storage.DynamoDb;

/// <summary>A batch of keys that are being read: what was found, and what DynamoDB has not looked at.</summary>
internal sealed class BatchRead(IEnumerable<TableKey> keys, Consistency consistency)
{
    public List<TableItem> Found { get; } = [];

    public KeysAndAttributes Left { get; private set; } = new()
    {
        Keys = [.. keys.Select(AttributeCodec.Key)],
        ConsistentRead = consistency == Consistency.Strong,
    };

    /// <param name="items">What an answer has.</param>
    /// <param name="unprocessed">What it has not looked at.</param>
    /// <exception cref="UnprocessedException">There is such.</exception>
    public void Take(IEnumerable<Dictionary<string, AttributeValue>> items, KeysAndAttributes? unprocessed)
    {
        Found.AddRange(items.Select(AttributeCodec.ToItem));
        if (unprocessed is not { Keys.Count: > 0 })
            return;
        var progressed = unprocessed.Keys.Count < Left.Keys.Count;
        Left = unprocessed;
        throw new UnprocessedException(progressed);
    }
}
