using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Nots.Application.Common;
using Nots.Domain.Common;

namespace Nots.Api.Authentication;

/// <summary>Reads the bearer token of a request. One that was found valid is not verified again for a minute.</summary>
public sealed class BearerTokens(TokenVerifier verifier, TimeProvider time) : IDisposable
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _verified = new(new MemoryCacheOptions { SizeLimit = 10_000, Clock = new CacheClock(time) });

    /// <summary>Who the bearer is, null without a token, or unauthorized when a token was sent that is not valid.</summary>
    /// <exception cref="ExternalServiceException">The issuer cannot be reached, so that nobody knows.</exception>
    internal async ValueTask<Result<Identity?>> ReadAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization;
        if (header.Count == 0)
            return (Identity?)null;
        if (header is not [{ } text] || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Invalid();
        var now = time.GetUtcNow();
        if (_verified.TryGetValue(text, out Identity? known) && now - TokenVerifier.ClockSkew < known!.ExpiresAt)
            return known;
        if (await verifier.VerifyAsync(text[Scheme.Length..], context.RequestAborted) is not { } identity)
            return Invalid();
        using var entry = _verified.CreateEntry(text);
        entry.Size = 1;
        entry.AbsoluteExpiration = now + KeptFor;
        entry.Value = identity;
        return identity;
    }

    public void Dispose() => _verified.Dispose();

    private static Refusal Invalid() => new(ErrorCode.Unauthorized, "The access token is not valid, or no longer.");
}
