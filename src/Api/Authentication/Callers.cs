using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Nots.Api.Reading;
using Nots.Application.Common;
using Nots.Application.Users;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Api.Authentication;

/// <summary>Works out who is asking: from the token, the guest's link token, and for a driver which driver they are.</summary>
public sealed class Callers(IUserStore users, TimeProvider time) : IDisposable
{
    private const string ManageTokenHeader = "X-Manage-Token";
    private const int MaxKeptDrivers = 10_000;
    private static readonly TimeSpan MaxKept = TimeSpan.FromHours(1);

    private readonly MemoryCache _driverIds = new(new MemoryCacheOptions { SizeLimit = MaxKeptDrivers, Clock = new CacheClock(time) });

    /// <summary>The caller of a request that no authentication has seen; null when a token was sent that is not valid.</summary>
    /// <exception cref="ExternalServiceException">The issuer of tokens cannot be reached, so that nobody knows.</exception>
    public async Task<Caller?> AuthenticateAsync(HttpContext context)
    {
        if ((await context.AuthenticateAsync()).Principal is { } user)
            context.User = user;
        return await FindAsync(context);
    }

    /// <summary>The caller; null when a token was sent that is not valid.</summary>
    /// <param name="context">After authentication.</param>
    private async ValueTask<Caller?> FindAsync(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress is { } remote ? (remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote).ToString() : null;
        var manageToken = context.Request.Headers[ManageTokenHeader] is [{ Length: > 0 } token] ? token : null;
        if (context.User is UserPrincipal user)
            return new Caller(user.Role, user.UserId, user.Role == Role.Driver ? await DriverIdAsync(user, context.RequestAborted) : null, address, manageToken);
        return context.Request.Headers.Authorization.Count == 0 ? new Caller(null, null, null, address, manageToken) : null;
    }

    public void Dispose() => _driverIds.Dispose();

    /// <summary>The caller of every request, for the limits, the policies and the operations.</summary>
    internal static async Task FindAsync(HttpContext context, Callers callers, RequestDelegate next)
    {
        context.Scope().Caller = await callers.FindAsync(context);
        await next(context);
    }

    /// <summary>
    /// Kept for as long as the token is good, for an hour at most: it says that the user is a driver, and which one they are is no less
    /// lasting. Whoever signs in again has another token.
    /// </summary>
    private async Task<DriverId?> DriverIdAsync(UserPrincipal user, CancellationToken cancellationToken)
    {
        var key = (user.UserId, user.ExpiresAt);
        if (_driverIds.TryGetValue(key, out DriverId known))
            return known;
        if ((await users.GetAsync(user.UserId, cancellationToken))?.DriverId is not { } driverId)
            return null;
        using var entry = _driverIds.CreateEntry(key);
        entry.Size = 1;
        var longest = time.GetUtcNow() + MaxKept;
        entry.AbsoluteExpiration = user.ExpiresAt < longest ? user.ExpiresAt : longest;
        entry.Value = driverId;
        return driverId;
    }
}
