using Nots.Storage.Table;

namespace Nots.Storage.Transfer;

/// <summary>A part of a table. DynamoDB divides it by the hash of the partition key, SQLite by ranges of the key.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Of">How many segments the table is divided into.</param>
/// <param name="After">SQLite: the last key before the range; null for the first range.</param>
/// <param name="Through">SQLite: the last key of the range; null for the last range.</param>
public sealed record ScanSegment(int Number, int Of, TableKey? After = null, TableKey? Through = null);
