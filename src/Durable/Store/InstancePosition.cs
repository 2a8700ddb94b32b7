using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Nots.Durable.Store;

/// <summary>Where a page of instances ended: opaque to callers, and told apart from anything that was not made here.</summary>
internal static class InstancePosition
{
    private const int ChecksumLength = 8;

    private static ReadOnlySpan<byte> Purpose => "nots-durable instances 1"u8;

    public static string Write(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + ChecksumLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Checksum(number, bytes[sizeof(long)..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="ArgumentException">Not a position of this engine.</exception>
    public static long Read(string position)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + ChecksumLength];
        Span<byte> checksum = stackalloc byte[ChecksumLength];
        if (Base64Url.GetMaxDecodedLength(position.Length) != bytes.Length || !TryDecode(position, bytes))
            throw Foreign();
        var number = BinaryPrimitives.ReadInt64BigEndian(bytes);
        Checksum(number, checksum);
        return checksum.SequenceEqual(bytes[sizeof(long)..]) ? number : throw Foreign();
    }

    private static bool TryDecode(string position, Span<byte> bytes)
    {
        try
        {
            return Base64Url.TryDecodeFromChars(position, bytes, out var written) && written == bytes.Length;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static void Checksum(long number, Span<byte> checksum)
    {
        Span<byte> source = stackalloc byte[sizeof(long) + Purpose.Length];
        BinaryPrimitives.WriteInt64BigEndian(source, number);
        Purpose.CopyTo(source[sizeof(long)..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hash);
        hash[..ChecksumLength].CopyTo(checksum);
    }

    private static ArgumentException Foreign() => new("The position was not made by this engine.");
}
