using System.Runtime.ExceptionServices;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Nots.Application.Common;
using Nots.Domain.Users;

namespace Nots.Api.Authentication;

/// <summary>Whom a valid access token stands for.</summary>
/// <param name="claims">The token's.</param>
/// <param name="userId">The issuer's subject.</param>
/// <param name="role">The highest that the token names.</param>
/// <param name="expiresAt">UTC.</param>
internal sealed class UserPrincipal(ClaimsIdentity claims, string userId, Role role, DateTimeOffset expiresAt) : ClaimsPrincipal(claims)
{
    public string UserId { get; } = userId;

    public Role Role { get; } = role;

    public DateTimeOffset ExpiresAt { get; } = expiresAt;
}

/// <summary>
/// ASP.NET Core's bearer authentication, but that a token which was found valid is not validated again for a minute: verifying its
/// signature takes longer than the rest of a request.
/// </summary>
internal sealed class BearerHandler(IOptionsMonitor<JwtBearerOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ValidTokens valid)
    : JwtBearerHandler(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (valid.Find(header) is { } known)
            return known;
        var result = await base.HandleAuthenticateAsync();
        // Whatever validation throws is taken for a fault of the token.
        if (result.Failure is ExternalServiceException unavailable)
            ExceptionDispatchInfo.Throw(unavailable);
        if (result.Principal is UserPrincipal user)
            valid.Keep(header, result, user.ExpiresAt);
        return result;
    }
}

/// <summary>The tokens that were found valid within the last minute.</summary>
internal sealed class ValidTokens(TimeProvider time) : IDisposable
{
    private const int MaxTokens = 10_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _results = new(new MemoryCacheOptions { SizeLimit = MaxTokens, Clock = new CacheClock(time) });

    public AuthenticateResult? Find(string header) =>
        header.Length > 0 && _results.TryGetValue(header, out (AuthenticateResult Result, DateTimeOffset ExpiresAt) known)
        && time.GetUtcNow() - AccessTokenHandler.ClockSkew < known.ExpiresAt
            ? known.Result
            : null;

    public void Keep(string header, AuthenticateResult result, DateTimeOffset expiresAt)
    {
        using var entry = _results.CreateEntry(header);
        entry.Size = 1;
        entry.AbsoluteExpiration = time.GetUtcNow() + KeptFor;
        entry.Value = (result, expiresAt);
    }

    public void Dispose() => _results.Dispose();
}

/// <summary>Validates tokens, unless the issuer cannot be reached: without its keys every token looks forged.</summary>
internal sealed class AccessTokenHandler : JsonWebTokenHandler
{
    /// <summary>How far the issuer's clock and ours may be apart.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private const int MaxTokenLength = 8 * 1024;

    private readonly IConfigurationManager<OpenIdConnectConfiguration> _issuer;

    public AccessTokenHandler(IConfigurationManager<OpenIdConnectConfiguration> issuer)
    {
        _issuer = issuer;
        MaximumTokenSizeInBytes = MaxTokenLength;
        MapInboundClaims = false;
    }

    /// <exception cref="ExternalServiceException">The issuer cannot be reached, so that nobody knows.</exception>
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (token.Length <= MaxTokenLength)
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
        return await base.ValidateTokenAsync(token, validationParameters);
    }
}

/// <summary>Lets a memory cache run on the platform's clock.</summary>
internal sealed class CacheClock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
