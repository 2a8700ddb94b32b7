using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Nots.Application.Common;
using Nots.Application.Users;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Api.Authentication;

/// <summary>Works out who is asking: from the token, the guest's link token, and for a driver which driver they are.</summary>
public sealed class Callers(BearerTokens tokens, IUserStore users, TimeProvider time) : IDisposable
{
    private const string ManageTokenHeader = "X-Manage-Token";
    private static readonly TimeSpan KeptAtMost = TimeSpan.FromHours(1);

    private readonly MemoryCache _driverIds = new(new MemoryCacheOptions { SizeLimit = 10_000, Clock = new CacheClock(time) });

    /// <summary>The caller, or unauthorized when a token was sent that is not valid.</summary>
    public async Task<Result<Caller>> ReadAsync(HttpContext context, string? address)
    {
        var identity = await tokens.ReadAsync(context);
        if (!identity.Succeeded)
            return identity.Refusal;
        var manageToken = context.Request.Headers[ManageTokenHeader] is [{ Length: > 0 } token] ? token : null;
        if (identity.Value is not { } known)
            return new Caller(null, null, null, address, manageToken);
        var driverId = known.Role == Role.Driver ? await DriverIdAsync(known, context.RequestAborted) : null;
        return new Caller(known.Role, known.UserId, driverId, address, manageToken);
    }

    public void Dispose() => _driverIds.Dispose();

    /// <summary>
    /// Kept for as long as the token is good, for an hour at most: it says that the user is a driver, and which one they are is no less
    /// lasting. Who signs in again has another token.
    /// </summary>
    private async Task<string?> DriverIdAsync(Identity identity, CancellationToken cancellationToken)
    {
        var key = (identity.UserId, identity.ExpiresAt);
        if (_driverIds.TryGetValue(key, out string? known))
            return known;
        var driverId = (await users.GetAsync(identity.UserId, cancellationToken))?.DriverId;
        if (driverId is null)
            return null;
        using var entry = _driverIds.CreateEntry(key);
        entry.Size = 1;
        var longest = time.GetUtcNow() + KeptAtMost;
        entry.AbsoluteExpiration = identity.ExpiresAt < longest ? identity.ExpiresAt : longest;
        entry.Value = driverId;
        return driverId;
    }
}
