using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;

namespace Nots.Storage.DynamoDb;

/// <summary>A batch of writes that is being done: what DynamoDB has not done yet.</summary>
internal sealed class BatchWrite(IEnumerable<TableWrite> writes)
{
    /// <summary>DynamoDB's own limit of one request.</summary>
    public const int MaxWrites = 25;

    public List<WriteRequest> Left { get; private set; } = [.. writes.Select(ToRequest)];

    /// <param name="unprocessed">What an answer says was not done.</param>
    /// <exception cref="UnprocessedException">There is such.</exception>
    public void Take(List<WriteRequest>? unprocessed)
    {
        if (unprocessed is not { Count: > 0 })
            return;
        var progressed = unprocessed.Count < Left.Count;
        Left = unprocessed;
        throw new UnprocessedException(progressed);
    }

    private static WriteRequest ToRequest(TableWrite write) => write is TableWrite.Put put
        ? new WriteRequest { PutRequest = new PutRequest { Item = AttributeCodec.ToAttributes(put.Item) } }
        : new WriteRequest { DeleteRequest = new DeleteRequest { Key = AttributeCodec.Key(write.Key) } };
}
