using System.Security.Cryptography;
using System.Text;

namespace Nots.StripeSimulator.Http;

/// <summary>Lets in who has a key, as a bearer token or as the user name of basic authentication.</summary>
internal sealed class Gate(SimulatorOptions options)
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    /// <summary>Whether the caller has the publishable key only.</summary>
    /// <exception cref="ApiException">There is no key, a wrong one, or the publishable one where it does not do.</exception>
    public bool Enter(HttpRequest request, bool publishableMay)
    {
        var key = ReadKey(request);
        if (string.IsNullOrEmpty(key))
        {
            throw ApiException.Unauthorized(
                "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }

        if (Same(key, options.SecretKey))
            return false;
        if (!Same(key, options.PublishableKey))
            throw ApiException.Unauthorized($"Invalid API Key provided: {Mask(key)}");
        return publishableMay
            ? true
            : throw ApiException.Unauthorized(
                "This API call cannot be made with a publishable API key. Please use a secret API key.");
    }

    private static string? ReadKey(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return header[Bearer.Length..].Trim();
        if (!header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[header.Length];
        return Convert.TryFromBase64String(header[Basic.Length..].Trim(), bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0]
            : null;
    }

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static string Mask(string key) =>
        key.Length <= 12 ? "********" : $"{key[..8]}{new string('*', key.Length - 12)}{key[^4..]}";
}
