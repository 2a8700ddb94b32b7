using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Api.Authentication;

/// <summary>
/// Verifies access tokens: the issuer's signature by its published keys, its audience, its time, its use. IdentityModel does the
/// work; ASP.NET Core's handler is not between, so that no host need register anything.
/// </summary>
public sealed class TokenVerifier : IDisposable
{
    /// <summary>How far the issuer's clock and ours may be apart.</summary>
    internal static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private const int LongestToken = 8 * 1024;

    private readonly IdentityOptions _options;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _issuer;
    private readonly TokenValidationParameters _parameters;
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LongestToken };

    public TokenVerifier(IdentityOptions options, TimeProvider time)
    {
        _options = options;
        _issuer = new ConfigurationManager<OpenIdConnectConfiguration>(
            options.Authority.TrimEnd('/') + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(_http) { RequireHttps = options.RequireHttps })
        {
            // A key that is not known yet makes us look again, but nobody can make us do so all the time.
            RefreshInterval = TimeSpan.FromMinutes(1),
            // A key that the issuer took back is not good for another hour.
            UseLastKnownGoodConfiguration = false,
        };
        _parameters = new TokenValidationParameters
        {
            ConfigurationManager = _issuer,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsInForce(notBefore, expires, time.GetUtcNow().UtcDateTime),
            AudienceValidator = (audiences, token, _) => IsForUs(audiences, token),
        };
    }

    /// <summary>Who the token's bearer is; null when it is not valid.</summary>
    /// <exception cref="ExternalServiceException">The issuer cannot be reached, so that nobody knows.</exception>
    internal async Task<Identity?> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > LongestToken)
            return null;
        await RequireIssuerAsync(cancellationToken);
        var result = await _handler.ValidateTokenAsync(token, _parameters);
        return result is { IsValid: true, SecurityToken: JsonWebToken verified } ? Identify(verified) : null;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Without the issuer's keys every token looks forged; that must not be taken for the client's fault.</summary>
    private async Task RequireIssuerAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _issuer.GetConfigurationAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ExternalServiceException("identity provider", "Its discovery document could not be read.", transient: true, exception);
        }
    }

    private static bool IsInForce(DateTime? notBefore, DateTime? expires, DateTime now) =>
        now - ClockSkew < expires && (notBefore is not { } start || now + ClockSkew >= start);

    private bool IsForUs(IEnumerable<string> audiences, SecurityToken token)
    {
        if (!string.IsNullOrEmpty(_options.Audience) && !audiences.Contains(_options.Audience, StringComparer.Ordinal))
            return false;
        return string.IsNullOrEmpty(_options.ClientId)
            || (token is JsonWebToken jwt && jwt.TryGetPayloadValue<string>("client_id", out var client) && client == _options.ClientId);
    }

    private Identity? Identify(JsonWebToken token)
    {
        // Cognito signs identity tokens with the same key; only an access token lets anybody in.
        if (token.TryGetPayloadValue<string>("token_use", out var use) && use != "access")
            return null;
        if (token.Subject is not { Length: > 0 and <= 256 } subject)
            return null;
        var role = Role.Customer;
        foreach (var claim in token.Claims)
        {
            if (claim.Type == _options.RoleClaim && Wire.TryParse<Role>(claim.Value, out var group) && group > role)
                role = group;
        }
        return new Identity(subject, role, new DateTimeOffset(token.ValidTo, TimeSpan.Zero));
    }
}
