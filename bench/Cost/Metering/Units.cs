namespace Nots.Cost.Bench.Metering;

/// <summary>
/// DynamoDB's rules for what a request consumes ("Read and write operations" in the developer guide): writes are rounded up to
/// 1 KB, reads to 4 KB, of each item; an eventually consistent read costs half, a transaction double.
/// </summary>
internal static class Units
{
    private const int WriteUnit = 1024;
    private const int ReadUnit = 4096;

    /// <summary>Of a write of an item: the larger of before and after counts.</summary>
    /// <param name="before">Bytes; 0 where there was none.</param>
    /// <param name="after">Bytes; 0 where none is left.</param>
    public static int Write(long before, long after) => Up(Math.Max(before, after), WriteUnit);

    /// <summary>
    /// Of what a write does to one index that projects everything: an entry is put, put again or deleted, and one whose key
    /// changes is deleted and put.
    /// </summary>
    public static int Index((string, string)? keyBefore, long before, (string, string)? keyAfter, long after) => (keyBefore, keyAfter) switch
    {
        (null, null) => 0,
        (null, _) => Up(after, WriteUnit),
        (_, null) => Up(before, WriteUnit),
        _ when keyBefore == keyAfter => Up(Math.Max(before, after), WriteUnit),
        _ => Up(before, WriteUnit) + Up(after, WriteUnit),
    };

    /// <summary>Of a read of so many bytes; also of one that finds nothing.</summary>
    public static double Read(long bytes, bool strong) => Up(bytes, ReadUnit) * (strong ? 1 : 0.5);

    /// <summary>Of so many keys that are asked for at once: each item by itself, and those that are not there, too.</summary>
    public static double ReadEach(int keys, IEnumerable<long> found, bool strong)
    {
        var sizes = found.ToList();
        return sizes.Sum(bytes => Read(bytes, strong)) + ((keys - sizes.Count) * Read(0, strong));
    }

    private static int Up(long bytes, int unit) => (int)Math.Max(1, (bytes + unit - 1) / unit);
}
