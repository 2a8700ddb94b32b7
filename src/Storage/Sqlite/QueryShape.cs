using Microsoft.Data.Sqlite;
using Nots.Storage.Table;

namespace Nots.Storage.Sqlite;

/// <summary>
/// What decides the text of a query's statement, and so which one a session reuses. A position takes the place of the bound on
/// its side (it lies within the range), so that SQLite seeks to it rather than walking there from the bound.
/// </summary>
internal readonly record struct QueryShape(TableIndex Index, bool Descending, bool Lower, bool Upper, bool After)
{
    public static ReadOnlySpan<string> ParameterNames =>
        new[] { "@partition", "@now", "@limit", "@lower", "@upper", "@after_pk", "@after_sk", "@after_index" };

    public static QueryShape Of(TableQuery query)
    {
        var after = query.After is not null;
        var lower = query.Range.From is not null || query.Range.Prefix is not null;
        var upper = query.Range.To is not null || query.Range.Prefix is not null;
        return new QueryShape(query.Index, query.Descending, lower && !(after && !query.Descending), upper && !(after && query.Descending), after);
    }

    /// <summary>The parameters in their order: all of them, though a shape may not use some.</summary>
    public static object[] Values(TableQuery query, object now) =>
    [
        Utf8.Encode(query.PartitionKey),
        now,
        query.Limit + 1L,
        Blob(query.Range.From ?? query.Range.Prefix),
        (object?)Above(query.Range) ?? DBNull.Value,
        Blob(query.After?.Key.PartitionKey),
        Blob(query.After?.Key.SortKey),
        Blob(query.After?.IndexKey?.SortKey),
    ];

    public Statement Prepare(SqliteConnection connection) => new(connection, Sql(), ParameterNames);

    public string Sql()
    {
        var primary = Index == TableIndex.Primary;
        var (partition, sort) = primary ? ("pk", "sk") : ($"{Column()}pk", $"{Column()}sk");
        var direction = Descending ? " DESC" : "";
        var beyond = Descending ? "<" : ">";
        var after = primary ? $" AND sk {beyond} @after_sk" : $" AND ({sort}, pk, sk) {beyond} (@after_index, @after_pk, @after_sk)";
        return $"SELECT {ItemRow.Columns} FROM items WHERE {partition} = @partition AND (ttl IS NULL OR ttl >= @now)"
            + (Lower ? $" AND {sort} >= @lower" : "")
            + (Upper ? $" AND {sort} < @upper" : "")
            + (After ? after : "")
            + (primary ? $" ORDER BY sk{direction}" : $" ORDER BY {sort}{direction}, pk{direction}, sk{direction}")
            + " LIMIT @limit";
    }

    private string Column() => Index switch
    {
        TableIndex.Gsi1 => "gsi1",
        TableIndex.Gsi2 => "gsi2",
        TableIndex.Gsi3 => "gsi3",
        _ => throw new InvalidOperationException($"{Index} is not a secondary index."),
    };

    private static object Blob(string? text) => text is null ? DBNull.Value : Utf8.Encode(text);

    /// <summary>
    /// The least byte string above the range: what follows the upper bound, or a prefix with its last byte counted up. That byte
    /// always can be: 0xFF does not occur in UTF-8. The result need not be UTF-8, which is why keys are blobs.
    /// </summary>
    private static byte[]? Above(SortKeyRange range)
    {
        if (range.To is { } to)
            return [.. Utf8.Encode(to), 0];
        if (range.Prefix is not { } prefix)
            return null;

        var bytes = Utf8.Encode(prefix);
        bytes[^1]++;
        return bytes;
    }
}
