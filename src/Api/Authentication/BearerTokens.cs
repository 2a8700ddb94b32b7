using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Api.Authentication;

/// <summary>Reads the bearer token of a request. One that was found valid is not verified again for a minute.</summary>
public sealed class BearerTokens(IdentityOptions options, IOptionsMonitor<JwtBearerOptions> schemes, TimeProvider time) : IDisposable
{
    private const int LongestToken = 8 * 1024;
    private const string Prefix = "Bearer ";
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _verified = new(new MemoryCacheOptions { SizeLimit = 10_000, Clock = new CacheClock(time) });

    /// <summary>Who the bearer is, null without a token, or unauthorized when a token was sent that is not valid.</summary>
    /// <exception cref="ExternalServiceException">The issuer cannot be reached, so that nobody knows.</exception>
    internal async Task<Result<Identity?>> ReadAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization;
        if (header.Count == 0)
            return (Identity?)null;
        if (header is not [{ Length: > 0 and < LongestToken } text] || !text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return Invalid();
        var now = time.GetUtcNow();
        if (_verified.TryGetValue(text, out Identity? known) && now < known!.ExpiresAt + TokenRules.ClockSkew)
            return known;
        if (await VerifyAsync(context) is not { } identity)
            return Invalid();
        using var entry = _verified.CreateEntry(text);
        entry.Size = 1;
        entry.AbsoluteExpiration = now + KeptFor;
        entry.Value = identity;
        return identity;
    }

    public void Dispose() => _verified.Dispose();

    private async Task<Identity?> VerifyAsync(HttpContext context)
    {
        await RequireIssuerAsync(context.RequestAborted);
        var result = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        return result.Succeeded ? Identify(result.Principal, result.Properties) : null;
    }

    /// <summary>Without the issuer's keys every token looks forged; that must not be taken for the client's fault.</summary>
    private async Task RequireIssuerAsync(CancellationToken cancellationToken)
    {
        try
        {
            await schemes.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new ExternalServiceException("identity provider", "Its discovery document could not be read.", transient: true, exception);
        }
    }

    private Identity? Identify(ClaimsPrincipal principal, AuthenticationProperties? properties)
    {
        // Cognito signs identity tokens with the same key; only an access token lets anybody in.
        if (principal.FindFirstValue("token_use") is { } use && use != "access")
            return null;
        if (principal.FindFirstValue("sub") is not { Length: > 0 and <= 256 } subject || properties?.ExpiresUtc is not { } expiresAt)
            return null;
        var role = Role.Customer;
        foreach (var claim in principal.FindAll(options.RoleClaim))
        {
            if (Wire.TryParse<Role>(claim.Value, out var group) && group > role)
                role = group;
        }
        return new Identity(subject, role, expiresAt);
    }

    private static Refusal Invalid() => new(ErrorCode.Unauthorized, "The access token is not valid, or no longer.");
}
