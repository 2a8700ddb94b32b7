using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Nots.Api.Results;
using Nots.Domain.Common;

namespace Nots.Api.Limits;

/// <summary>Sets up ASP.NET Core's rate limiting with our hourly limits.</summary>
internal static class HourlyLimits
{
    /// <summary>Requests in an hour.</summary>
    public static readonly MetadataName<int> Limit = MetadataName.Create<int>("LIMIT");

    public static IServiceCollection AddHourlyLimits(this IServiceCollection services)
    {
        services.AddSingleton<HourlyRateLimiter>().AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<HourlyRateLimiter>((options, limiter) =>
        {
            options.GlobalLimiter = limiter;
            options.OnRejected = RefuseAsync;
        });
        return services;
    }

    private static ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter);
        rejected.Lease.TryGetMetadata(Limit, out var limit);
        var seconds = (int)retryAfter.TotalSeconds;
        var refusal = new Refusal(
            ApiErrorCode.RateLimitExceeded, string.Create(CultureInfo.InvariantCulture, $"More than {limit} requests in an hour; try again in {seconds} seconds."));
        return new(new ErrorResult(refusal, retryAfterSeconds: seconds).ExecuteAsync(rejected.HttpContext));
    }
}
