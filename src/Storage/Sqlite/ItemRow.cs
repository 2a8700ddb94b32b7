using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Nots.Storage.Table;

namespace Nots.Storage.Sqlite;

/// <summary>An item as a row, in the order of <see cref="Columns"/>.</summary>
internal static class ItemRow
{
    public const string Columns =
        "pk, sk, version, ttl, size, created_at, updated_at, gsi1pk, gsi1sk, gsi2pk, gsi2sk, gsi3pk, gsi3sk, entity_type, data";

    public const string Parameters =
        "@pk, @sk, @version, @ttl, @size, @created_at, @updated_at, @gsi1pk, @gsi1sk, @gsi2pk, @gsi2sk, @gsi3pk, @gsi3sk, @entity_type, @data";

    private const int SizeColumn = 4;

    public static TableItem Read(SqliteDataReader row) => new()
    {
        Key = Key(row),
        Version = row.GetInt64(2),
        TimeToLive = row.IsDBNull(3) ? null : row.GetInt64(3),
        CreatedAt = row.GetInt64(5),
        UpdatedAt = row.GetInt64(6),
        Gsi1 = Index(row, 7),
        Gsi2 = Index(row, 9),
        Gsi3 = Index(row, 11),
        EntityType = Text(row, 13),
        Data = row.GetFieldValue<byte[]>(14),
    };

    /// <summary>The key, of a row that begins with it.</summary>
    public static TableKey Key(SqliteDataReader row) => new(Text(row, 0), Text(row, 1));

    public static int Size(SqliteDataReader row) => row.GetInt32(SizeColumn);

    public static void Bind(SqliteParameterCollection parameters, TableItem item, int size)
    {
        object?[] values =
        [
            Utf8.Encode(item.Key.PartitionKey), Utf8.Encode(item.Key.SortKey),
            item.Version, item.TimeToLive, size, item.CreatedAt, item.UpdatedAt,
            Blob(item.Gsi1?.PartitionKey), Blob(item.Gsi1?.SortKey),
            Blob(item.Gsi2?.PartitionKey), Blob(item.Gsi2?.SortKey),
            Blob(item.Gsi3?.PartitionKey), Blob(item.Gsi3?.SortKey),
            Utf8.Encode(item.EntityType), Bytes(item.Data),
        ];
        for (var i = 0; i < values.Length; i++)
            parameters[i].Value = values[i] ?? DBNull.Value;
    }

    private static string Text(SqliteDataReader row, int column) => Utf8.Decode(row.GetFieldValue<byte[]>(column));

    private static IndexKey? Index(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : new IndexKey(Text(row, column), Text(row, column + 1));

    private static byte[]? Blob(string? text) => text is null ? null : Utf8.Encode(text);

    private static byte[] Bytes(ReadOnlyMemory<byte> data) =>
        MemoryMarshal.TryGetArray(data, out var segment) && segment.Array is { } array && segment.Offset == 0 && segment.Count == array.Length
            ? array
            : data.ToArray();
}
