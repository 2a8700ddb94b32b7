using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Nots.Domain.Common;

namespace Nots.Application.Common;

/// <summary>Ids of a millisecond clock and 80 random bits, in Crockford's base 32 (26 characters, as ULIDs are written).</summary>
public sealed class IdSource(TimeProvider time) : IIdSource
{
    private const string Crockford = "0123456789abcdefghjkmnpqrstvwxyz";

    // Read over the telephone: no 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V.
    private const string Unambiguous = "34679ACDEFGHJKMNPQRTWXY";

    public string New(string prefix) => string.Create(prefix.Length + 27, (prefix, time.GetUtcNow()), static (text, source) =>
    {
        var (prefix, now) = source;
        prefix.CopyTo(text);
        text[prefix.Length] = '_';
        var clock = text.Slice(prefix.Length + 1, 10);
        var milliseconds = now.ToUnixTimeMilliseconds();
        for (var i = 9; i >= 0; i--, milliseconds >>= 5)
            clock[i] = Crockford[(int)(milliseconds & 31)];
        RandomNumberGenerator.GetItems(Crockford, text[(prefix.Length + 11)..]);
    });

    public string Reference(BookingId bookingId, int attempt)
    {
        var source = string.Create(CultureInfo.InvariantCulture, $"{bookingId}#{attempt}");
        var number = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(source)));
        return string.Create(11, number, static (text, number) =>
        {
            "NOTS-".CopyTo(text);
            for (var i = 5; i < text.Length; i++, number /= (ulong)Unambiguous.Length)
                text[i] = Unambiguous[(int)(number % (ulong)Unambiguous.Length)];
        });
    }
}
