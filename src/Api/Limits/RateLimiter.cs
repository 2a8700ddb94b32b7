using System.Globalization;
using Microsoft.AspNetCore.Http;
using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Api.Limits;

/// <summary>Holds callers to their number of requests in a clock hour, in this process.</summary>
public sealed class RateLimiter(LimitOptions limits, TimeProvider time)
{
    private const int MostKeys = 100_000;
    private const long SecondsInHour = 3600;

    private readonly HourlyCounter _addresses = new(MostKeys);
    private readonly HourlyCounter _users = new(MostKeys);

    /// <summary>Counts the request, says in the response's headers how things stand, and refuses what is too much.</summary>
    /// <param name="caller">Null when the token that was sent is not valid: then the address counts.</param>
    /// <param name="address">The client's.</param>
    /// <param name="response">Gets the headers.</param>
    internal Refusal? Check(Caller? caller, ClientAddress address, HttpResponse response)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var hour = now / SecondsInHour;
        var (limit, count) = caller is { UserId: { } userId, Role: { } role }
            ? (role >= Role.Dispatcher ? limits.StaffPerHour : limits.UserPerHour, _users.Count(userId, hour))
            : (limits.AnonymousPerHour, _addresses.Count(address.LimitKey, hour));
        var reset = (hour + 1) * SecondsInHour;
        response.Headers["X-RateLimit-Limit"] = Text(limit);
        response.Headers["X-RateLimit-Remaining"] = Text(Math.Max(0, limit - count));
        response.Headers["X-RateLimit-Reset"] = Text(reset);
        if (count <= limit)
            return null;
        response.Headers.RetryAfter = Text(reset - now);
        return new Refusal(ErrorCode.RateLimitExceeded, $"More than {limit} requests in an hour; try again in {reset - now} seconds.");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
