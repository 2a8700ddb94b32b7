using System.Globalization;

namespace Nots.Storage.Transfer;

/// <summary>
/// How many items, and the sum of their hashes modulo 2^256: the same in whatever order the items come. A sum and not an exclusive
/// or, in which an item that is there twice would vanish. It finds what was lost or changed; it is no signature.
/// </summary>
public readonly record struct ItemChecksum(long Items, UInt128 High, UInt128 Low)
{
    public static ItemChecksum operator +(ItemChecksum left, RawItem item) => left.Add(item);

    public static ItemChecksum operator +(ItemChecksum left, ItemChecksum right) => left.Add(right);

    /// <summary>The sum, 64 hexadecimal digits.</summary>
    public string Sum => High.ToString("x32", CultureInfo.InvariantCulture) + Low.ToString("x32", CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is not a sum.</exception>
    public static ItemChecksum Parse(long items, string sum) => sum.Length == 64
        ? new ItemChecksum(items, UInt128.Parse(sum.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), UInt128.Parse(sum.AsSpan(32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{sum}' is not a checksum.");

    public ItemChecksum Add(RawItem item) => Add(new ItemChecksum(
        1,
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(item.Hash),
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(item.Hash[16..])));

    public ItemChecksum Add(ItemChecksum other)
    {
        var low = unchecked(Low + other.Low);
        var carry = low < Low ? UInt128.One : UInt128.Zero;
        return new ItemChecksum(Items + other.Items, unchecked(High + other.High + carry), low);
    }

    public override string ToString() => Sum;
}
