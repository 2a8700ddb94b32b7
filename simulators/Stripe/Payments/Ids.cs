using System.Security.Cryptography;

namespace Nots.StripeSimulator.Payments;

/// <summary>
/// Ids as Stripe writes them: a prefix that names the kind, and letters and digits. They begin with the time, so that the newest
/// stand together in the indexes and a commit touches few pages.
/// </summary>
internal sealed class Ids(RandomNumberGenerator random, TimeProvider time)
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int TimeLength = 8;

    /// <summary>An id in the order of time, to the millisecond.</summary>
    public string New(string prefix, int length = 24)
    {
        var milliseconds = time.GetUtcNow().ToUnixTimeMilliseconds();
        Span<char> stamp = stackalloc char[TimeLength];
        for (var i = TimeLength - 1; i >= 0; i--)
        {
            stamp[i] = Alphabet[(int)(milliseconds % Alphabet.Length)];
            milliseconds /= Alphabet.Length;
        }

        return string.Concat(prefix, stamp, Random(length - TimeLength));
    }

    /// <summary>Letters and digits that nobody can guess.</summary>
    public string Random(int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        random.GetBytes(bytes);
        Span<char> text = stackalloc char[length];
        for (var i = 0; i < length; i++)
            text[i] = Alphabet[bytes[i] % Alphabet.Length];
        return new string(text);
    }
}
