using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Nots.Application.Common;

namespace Nots.Api.Authentication;

/// <summary>
/// Validates access tokens. One that was found valid is not validated again for a minute: verifying its signature takes longer than the
/// rest of a request.
/// </summary>
internal sealed class AccessTokenHandler : JsonWebTokenHandler, IDisposable
{
    /// <summary>How far the issuer's clock and ours may be apart.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private const int MaxTokenLength = 8 * 1024;
    private const int MaxSubjectLength = 256;
    private const int MaxKeptTokens = 10_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly IConfigurationManager<OpenIdConnectConfiguration> _issuer;
    private readonly TimeProvider _time;
    private readonly MemoryCache _validated;

    public AccessTokenHandler(IConfigurationManager<OpenIdConnectConfiguration> issuer, TimeProvider time)
    {
        _issuer = issuer;
        _time = time;
        _validated = new MemoryCache(new MemoryCacheOptions { SizeLimit = MaxKeptTokens, Clock = new CacheClock(time) });
        MaximumTokenSizeInBytes = MaxTokenLength;
        MapInboundClaims = false;
    }

    /// <exception cref="ExternalServiceException">The issuer cannot be reached, so that nobody knows.</exception>
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var now = _time.GetUtcNow();
        if (_validated.TryGetValue(token, out TokenValidationResult? known) && now.UtcDateTime - ClockSkew < known!.SecurityToken.ValidTo)
            return known;
        if (token.Length <= MaxTokenLength)
            await RequireIssuerAsync();
        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (!result.IsValid)
            return result;
        if (result.SecurityToken is not JsonWebToken validated || !IsAccessToken(validated))
            return new TokenValidationResult { IsValid = false, Exception = new SecurityTokenValidationException("The token is not an access token of a user.") };
        using var entry = _validated.CreateEntry(token);
        entry.Size = 1;
        entry.AbsoluteExpiration = now + KeptFor;
        entry.Value = result;
        return result;
    }

    public void Dispose() => _validated.Dispose();

    /// <summary>Without the issuer's keys every token looks forged; that must not be taken for the client's fault.</summary>
    private async Task RequireIssuerAsync()
    {
        try
        {
            await _issuer.GetConfigurationAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            throw new ExternalServiceException("identity provider", "Its discovery document could not be read.", transient: true, exception);
        }
    }

    /// <summary>Cognito signs identity tokens with the same key; only an access token lets anybody in.</summary>
    private static bool IsAccessToken(JsonWebToken token) =>
        (!token.TryGetPayloadValue<string>("token_use", out var use) || use == "access")
        && token.Subject is { Length: > 0 and <= MaxSubjectLength };
}

/// <summary>Lets a memory cache run on the platform's clock.</summary>
internal sealed class CacheClock(TimeProvider time) : ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
