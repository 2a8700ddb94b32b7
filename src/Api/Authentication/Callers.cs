using System.Runtime.ExceptionServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Nots.Api.Pipeline;
using Nots.Application.Common;
using Nots.Application.Users;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Api.Authentication;

/// <summary>Works out who is asking: from the token, the guest's link token, and for a driver which driver they are.</summary>
public sealed class Callers(IdentityOptions identity, IUserStore users, TimeProvider time) : IDisposable
{
    private const string ManageTokenHeader = "X-Manage-Token";
    private const int MaxKeptDrivers = 10_000;
    private static readonly TimeSpan MaxKept = TimeSpan.FromHours(1);

    private readonly MemoryCache _driverIds = new(new MemoryCacheOptions { SizeLimit = MaxKeptDrivers, Clock = new CacheClock(time) });

    /// <summary>The caller; null when a token was sent that is not valid.</summary>
    /// <exception cref="ExternalServiceException">The issuer of tokens cannot be reached, so that nobody knows.</exception>
    public async ValueTask<Caller?> FindAsync(HttpContext context)
    {
        var authenticated = await context.AuthenticateAsync();
        // Bearer authentication takes whatever its validation throws for a fault of the token.
        if (authenticated.Failure is ExternalServiceException unavailable)
            ExceptionDispatchInfo.Throw(unavailable);
        if (authenticated.Failure is not null)
            return null;
        var address = context.Connection.RemoteIpAddress is { } remote ? (remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote).ToString() : null;
        var manageToken = context.Request.Headers[ManageTokenHeader] is [{ Length: > 0 } token] ? token : null;
        if (authenticated.Principal?.FindFirst("sub")?.Value is not { } userId)
            return new Caller(null, null, null, address, manageToken);
        var role = RoleOf(authenticated.Principal);
        var driverId = role == Role.Driver ? await DriverIdAsync(userId, authenticated.Principal, context.RequestAborted) : null;
        return new Caller(role, userId, driverId, address, manageToken);
    }

    public void Dispose() => _driverIds.Dispose();

    /// <summary>The caller of every request, for the limits, the policies and the operations.</summary>
    internal static async Task FindAsync(HttpContext context, Callers callers, RequestDelegate next)
    {
        context.Scope().Caller = await callers.FindAsync(context);
        await next(context);
    }

    /// <summary>The highest role among the groups; without a known one it is customer.</summary>
    private Role RoleOf(ClaimsPrincipal principal)
    {
        var role = Role.Customer;
        foreach (var claim in principal.Claims)
        {
            if (claim.Type == identity.RoleClaim && Wire.TryParse<Role>(claim.Value, out var group) && group > role)
                role = group;
        }
        return role;
    }

    /// <summary>
    /// Kept for as long as the token is good, for an hour at most: it says that the user is a driver, and which one they are is no less
    /// lasting. Whoever signs in again has another token.
    /// </summary>
    private async Task<string?> DriverIdAsync(string userId, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds(long.Parse(principal.FindFirst("exp")!.Value, null));
        var key = (userId, expires);
        if (_driverIds.TryGetValue(key, out string? known))
            return known;
        var driverId = (await users.GetAsync(userId, cancellationToken))?.DriverId;
        if (driverId is null)
            return null;
        using var entry = _driverIds.CreateEntry(key);
        entry.Size = 1;
        var longest = time.GetUtcNow() + MaxKept;
        entry.AbsoluteExpiration = expires < longest ? expires : longest;
        entry.Value = driverId;
        return driverId;
    }
}
