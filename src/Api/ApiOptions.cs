using System.Net;
using Nots.Api.Authentication;
using Nots.Api.Limits;
using Nots.Application.Configuration;

namespace Nots.Api;

/// <summary>The settings of the HTTP contract. Every one has a default; the identity provider has no sensible one and must be named.</summary>
public sealed record ApiOptions : IValidatableOptions
{
    public LimitOptions Limits { get; init; } = new();

    public required IdentityOptions Identity { get; init; }

    /// <summary>Origins whose pages may call the API, such as <c>https://www.nots.co.uk</c>: exact, without a trailing slash.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Networks (CIDR) whose <c>X-Forwarded-For</c> is believed; nobody's unless told.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    public IReadOnlyList<string> Faults()
    {
        List<string> faults = [.. Limits.Faults(), .. Identity.Faults()];
        foreach (var origin in AllowedOrigins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin)
                faults.Add($"AllowedOrigins: {origin} must be an origin such as https://www.example.com, without a path or trailing slash.");
        }
        foreach (var network in TrustedProxies.Where(network => !IPNetwork.TryParse(network, out _)))
            faults.Add($"TrustedProxies: {network} must be a network such as 10.0.0.0/8.");
        return faults;
    }
}
