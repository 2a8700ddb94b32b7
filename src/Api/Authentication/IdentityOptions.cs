using Nots.Application.Configuration;

namespace Nots.Api.Authentication;

/// <summary>Whose access tokens are accepted.</summary>
public sealed record IdentityOptions : IValidatableOptions
{
    /// <summary>The OpenID Connect issuer; its discovery document is at <c>/.well-known/openid-configuration</c> below it.</summary>
    public required string Authority { get; init; }

    /// <summary>What a token's <c>aud</c> must name; null where the issuer sends none (Cognito's access tokens).</summary>
    public string? Audience { get; init; }

    /// <summary>What a token's <c>client_id</c> must be; null where the audience says it.</summary>
    public string? ClientId { get; init; }

    /// <summary>The claim with the groups that a person is in: a role each.</summary>
    public string RoleClaim { get; init; } = "cognito:groups";

    /// <summary>Whether the issuer must be reached by HTTPS. May be false for an issuer on this machine alone.</summary>
    public bool RequireHttps { get; init; } = true;

    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || authority.Scheme is not ("http" or "https"))
            faults.Add($"Identity: Authority ({Authority}) must be an absolute URL.");
        else if (RequireHttps && authority.Scheme != Uri.UriSchemeHttps)
            faults.Add($"Identity: Authority ({Authority}) must be an HTTPS address, since RequireHttps is on.");
        else if (!RequireHttps && !authority.IsLoopback)
            faults.Add($"Identity: RequireHttps may be off only for an issuer on this machine, and {authority.Host} is not.");
        if (string.IsNullOrEmpty(Audience) && string.IsNullOrEmpty(ClientId))
            faults.Add("Identity: Audience or ClientId must be set, or tokens meant for other applications would be accepted.");
        if (string.IsNullOrEmpty(RoleClaim))
            faults.Add("Identity: RoleClaim must name a claim.");
        return faults;
    }
}
