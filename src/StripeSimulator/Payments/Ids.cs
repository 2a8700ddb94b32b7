using System.Security.Cryptography;

namespace Nots.StripeSimulator.Payments;

/// <summary>Ids as Stripe writes them: a prefix that names the kind, and letters and digits.</summary>
internal sealed class Ids(RandomNumberGenerator random)
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public string New(string prefix, int length = 24) => string.Create(prefix.Length + length, (prefix, random), static (text, state) =>
    {
        state.prefix.CopyTo(text);
        Span<byte> bytes = stackalloc byte[text.Length - state.prefix.Length];
        state.random.GetBytes(bytes);
        for (var i = 0; i < bytes.Length; i++)
            text[state.prefix.Length + i] = Alphabet[bytes[i] % Alphabet.Length];
    });
}
