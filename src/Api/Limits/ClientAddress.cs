using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Nots.Api.Limits;

/// <summary>Where a request comes from.</summary>
/// <param name="Text">As the audit log keeps it; null when the connection has none.</param>
/// <param name="LimitKey">Whom requests without a token are counted for: the address, or an IPv6 customer's whole network.</param>
internal sealed record ClientAddress(string? Text, string LimitKey)
{
    /// <summary>The connection's address or, when that is a trusted proxy's, the last one before it that is not.</summary>
    public static ClientAddress Of(HttpContext context, IReadOnlyList<IPNetwork> trustedProxies)
    {
        if (context.Connection.RemoteIpAddress is not { } connection)
            return new ClientAddress(null, "");
        var address = Plain(connection);
        if (trustedProxies.Count == 0 || !IsTrusted(address, trustedProxies))
            return Of(address);
        var forwarded = context.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries);
        for (var i = forwarded.Length - 1; i >= 0 && Parse(forwarded[i]) is { } hop; i--)
        {
            address = hop;
            if (!IsTrusted(hop, trustedProxies))
                break;
        }
        return Of(address);
    }

    private static ClientAddress Of(IPAddress address)
    {
        var text = address.ToString();
        return new ClientAddress(text, address.AddressFamily == AddressFamily.InterNetworkV6 ? Network(address) : text);
    }

    /// <summary>The first 64 bits: one customer has them all.</summary>
    private static string Network(IPAddress address) => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));

    /// <summary>Some proxies write a port, too.</summary>
    private static IPAddress? Parse(string text) =>
        IPAddress.TryParse(text, out var address) ? Plain(address)
        : IPEndPoint.TryParse(text, out var endPoint) ? Plain(endPoint.Address)
        : null;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsTrusted(IPAddress address, IReadOnlyList<IPNetwork> trustedProxies) =>
        trustedProxies.Any(network => network.Contains(address));
}
