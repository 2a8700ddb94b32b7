using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Nots.Api.Authentication;

/// <summary>What makes an access token valid: the issuer's signature, its audience, its time.</summary>
internal static class TokenRules
{
    /// <summary>How far the issuer's clock and ours may be apart.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan DiscoveryTimeout = TimeSpan.FromSeconds(5);

    public static void Apply(JwtBearerOptions options, IdentityOptions identity, TimeProvider time)
    {
        options.Authority = identity.Authority;
        options.RequireHttpsMetadata = identity.RequireHttps;
        options.MapInboundClaims = false;
        options.BackchannelTimeout = DiscoveryTimeout;
        // A key that is not known yet makes us look again, but nobody can make us do so all the time.
        options.RefreshInterval = TimeSpan.FromMinutes(1);
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
            ValidateIssuerSigningKey = true,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsInForce(notBefore, expires, time.GetUtcNow().UtcDateTime),
            AudienceValidator = (audiences, token, _) => IsForUs(audiences, token, identity),
        };
    }

    private static bool IsInForce(DateTime? notBefore, DateTime? expires, DateTime now) =>
        expires is { } end && now < end + ClockSkew && (notBefore is not { } start || now >= start - ClockSkew);

    private static bool IsForUs(IEnumerable<string> audiences, SecurityToken token, IdentityOptions identity)
    {
        if (!string.IsNullOrEmpty(identity.Audience) && !audiences.Contains(identity.Audience, StringComparer.Ordinal))
            return false;
        return string.IsNullOrEmpty(identity.ClientId)
            || (token is JsonWebToken jwt && jwt.TryGetPayloadValue<string>("client_id", out var client) && client == identity.ClientId);
    }
}
