using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nots.Api.Reading;
using Nots.Domain.Users;

namespace Nots.Api.Limits;

/// <summary>
/// Holds callers to their number of requests in a clock hour, in this process, and says in headers how things stand. The limiters of
/// System.Threading.RateLimiting begin a window with its first request, by a clock of their own, and keep every key; this one has the
/// hours of the platform's clock, and bounded memory.
/// </summary>
internal sealed class HourlyRateLimiter(LimitOptions limits, TimeProvider time) : PartitionedRateLimiter<HttpContext>
{
    private const int MaxKeys = 100_000;
    private const long SecondsInHour = 3600;
    private static readonly HourLease Acquired = new(null, null);

    private readonly HourlyCounter _addresses = new(MaxKeys);
    private readonly HourlyCounter _users = new(MaxKeys);

    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount)
    {
        // What is at no operation's address is not counted.
        if (resource.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>() is null)
            return Acquired;
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var hour = now / SecondsInHour;
        var (limit, count) = Count(resource, hour);
        var reset = (hour + 1) * SecondsInHour;
        var headers = resource.Response.Headers;
        headers["X-RateLimit-Limit"] = Text(limit);
        headers["X-RateLimit-Remaining"] = Text(Math.Max(0, limit - count));
        headers["X-RateLimit-Reset"] = Text(reset);
        return count <= limit ? Acquired : new HourLease(limit, TimeSpan.FromSeconds(reset - now));
    }

    /// <summary>Nobody waits for the next hour: asks again without counting again.</summary>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext resource, int permitCount, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return new(new HourLease(LimitOf(resource), TimeSpan.FromSeconds(SecondsInHour - (now % SecondsInHour))));
    }

    /// <summary>By user; without a valid token by address.</summary>
    private (int Limit, int Count) Count(HttpContext context, long hour) => context.Scope().Caller?.UserId is { } userId
        ? (LimitOf(context), _users.Count(userId, hour))
        : (limits.AnonymousPerHour, _addresses.Count(Partition(context.Connection.RemoteIpAddress), hour));

    private int LimitOf(HttpContext context) => context.Scope().Caller?.Role switch
    {
        null => limits.AnonymousPerHour,
        >= Role.Dispatcher => limits.StaffPerHour,
        _ => limits.UserPerHour,
    };

    /// <summary>The address or, of an IPv6 one, the first 64 bits: one customer has them all.</summary>
    private static string Partition(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        _ => address.ToString(),
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="limit">What was exceeded; null when nothing was.</param>
    /// <param name="retryAfter">Until the next hour.</param>
    private sealed class HourLease(int? limit, TimeSpan? retryAfter) : RateLimitLease
    {
        public override bool IsAcquired => limit is null;

        public override IEnumerable<string> MetadataNames => limit is null ? [] : [MetadataName.RetryAfter.Name, HourlyLimits.Limit.Name];

        public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : metadataName == HourlyLimits.Limit.Name ? limit : null;
            return metadata is not null;
        }
    }
}
