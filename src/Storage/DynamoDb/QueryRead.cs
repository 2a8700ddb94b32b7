using Amazon.DynamoDBv2.Model;
using Nots.Storage.Table;

namespace Nots.Storage.DynamoDb;

/// <summary>
/// One page of a query, made of as many requests as it takes. Nearly always that is one: DynamoDB ends an answer at the limit or at
/// 1 MB, and so does a page. Only where expired items were left out of an answer is the page filled up from the next.
/// </summary>
internal sealed class QueryRead
{
    /// <summary>What a further request looks at, at least: expired items may lie in heaps.</summary>
    private const int FurtherLimit = 100;

    private readonly TableQuery _query;
    private readonly QueryRequest _request;
    private readonly List<TableItem> _items = [];
    private bool _further;
    private long _bytes;

    /// <param name="query">What is asked for.</param>
    /// <param name="now">Epoch seconds; items whose time-to-live ended before are left out.</param>
    public QueryRead(TableQuery query, long now)
    {
        _query = query;
        _request = new QueryRequest
        {
            IndexName = TableDefinition.NameOf(query.Index),
            KeyConditionExpression = "#pk = :pk",
            FilterExpression = Condition.Live,
            ExpressionAttributeNames = new() { ["#pk"] = TableDefinition.PartitionKeyOf(query.Index), ["#ttl"] = TableDefinition.TimeToLiveAttribute },
            ExpressionAttributeValues = new() { [":pk"] = AttributeCodec.Text(query.PartitionKey), [":now"] = AttributeCodec.Number(now) },
            ScanIndexForward = !query.Descending,
            ConsistentRead = query.Consistency == Consistency.Strong,
            ExclusiveStartKey = query.After is { } after ? Key(after) : null,
            Limit = query.Limit,
        };
        AddRange(_request, query);
    }

    /// <summary>Makes the page; after a failure it may be called again, and goes on where it was.</summary>
    /// <param name="send">Sends a request, which lacks the name of the table.</param>
    public async Task<TablePage> ReadAsync(Func<QueryRequest, Task<QueryResponse>> send)
    {
        while (true)
        {
            var answer = await send(_request);
            foreach (var item in (answer.Items ?? []).Select(AttributeCodec.ToItem))
            {
                if (_further && !Fits(item))
                    return new TablePage(_items, TablePosition.Of(_items[^1], _query.Index));
                _items.Add(item);
            }

            var next = answer.LastEvaluatedKey is { Count: > 0 } key ? key : null;
            if (next is null || IsWhole(answer))
                return new TablePage(_items, next is null ? null : Position(next));
            (_request.ExclusiveStartKey, _request.Limit) = (next, Math.Max(_query.Limit - _items.Count, FurtherLimit));
            _further = true;
        }
    }

    private static void AddRange(QueryRequest request, TableQuery query)
    {
        var condition = query.Range switch
        {
            { Prefix: not null } => "begins_with(#sk, :prefix)",
            { From: not null, To: not null } => "#sk BETWEEN :from AND :to",
            { From: not null } => "#sk >= :from",
            { To: not null } => "#sk <= :to",
            _ => null,
        };
        if (condition is null)
            return;
        request.KeyConditionExpression += $" AND {condition}";
        request.ExpressionAttributeNames["#sk"] = TableDefinition.SortKeyOf(query.Index);
        foreach (var (name, bound) in (ReadOnlySpan<(string, string?)>)[(":prefix", query.Range.Prefix), (":from", query.Range.From), (":to", query.Range.To)])
        {
            if (bound is not null)
                request.ExpressionAttributeValues[name] = AttributeCodec.Text(bound);
        }
    }

    /// <summary>The limit is reached; or the answer ended at 1 MB, and nothing was left out of it.</summary>
    private bool IsWhole(QueryResponse answer) => _items.Count >= _query.Limit || (_items.Count > 0 && answer.ScannedCount == answer.Count);

    /// <summary>Whether an item of a further answer still belongs to the page.</summary>
    private bool Fits(TableItem item)
    {
        if (_bytes == 0)
            _bytes = _items.Sum(ItemSize.Of);
        _bytes += ItemSize.Of(item);
        return _items.Count < _query.Limit && (_items.Count == 0 || _bytes <= TablePage.MaxBytes);
    }

    private Dictionary<string, AttributeValue> Key(TablePosition position)
    {
        var key = AttributeCodec.Key(position.Key);
        if (position.IndexKey is { } place)
        {
            key[TableDefinition.PartitionKeyOf(_query.Index)] = AttributeCodec.Text(place.PartitionKey);
            key[TableDefinition.SortKeyOf(_query.Index)] = AttributeCodec.Text(place.SortKey);
        }

        return key;
    }

    private TablePosition Position(Dictionary<string, AttributeValue> key) => new(
        new TableKey(key[TableDefinition.PartitionKey].S, key[TableDefinition.SortKey].S),
        _query.Index == TableIndex.Primary
            ? null
            : new IndexKey(key[TableDefinition.PartitionKeyOf(_query.Index)].S, key[TableDefinition.SortKeyOf(_query.Index)].S));
}
