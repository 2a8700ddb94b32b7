using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Nots.StripeSimulator.Webhooks;

/// <summary><c>Stripe-Signature</c>: the time and, for each secret in force, an HMAC-SHA256 over time and body (docs.stripe.com/webhooks).</summary>
internal static class Signature
{
    public const string Header = "Stripe-Signature";

    public static string Of(ReadOnlySpan<byte> body, DateTimeOffset now, IReadOnlyList<string> secrets)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = new byte[time.Length + 1 + body.Length];
        Encoding.ASCII.GetBytes(time, signed);
        signed[time.Length] = (byte)'.';
        body.CopyTo(signed.AsSpan(time.Length + 1));
        var header = new StringBuilder("t=").Append(time);
        foreach (var secret in secrets)
            header.Append(",v1=").Append(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)));
        return header.ToString();
    }
}
