using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Nots.Api.Authentication;
using Nots.Api.Docs;
using Nots.Api.Limits;
using Nots.Api.Pipeline;
using Nots.Api.Status;
using Nots.Application.Configuration;

namespace Nots.Api;

/// <summary>Registers the HTTP contract. The host registers the application and the adapters of its ports.</summary>
public static class ApiServices
{
    private static readonly string[] RequestHeaders = ["Authorization", "Content-Type", "Idempotency-Key", "X-Manage-Token", "X-Request-Id"];

    private static readonly string[] ResponseHeaders =
        ["Location", "Retry-After", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-Request-Id"];

    /// <exception cref="ArgumentException">A setting is at fault; the message has all of them.</exception>
    public static IServiceCollection AddApi(this IServiceCollection services, ApiOptions options)
    {
        options.ThrowIfInvalid();
        BearerAuthentication.AddTo(services);
        return services
            .AddRoutingCore()
            .AddSingleton(options)
            .AddSingleton(options.Limits)
            .AddSingleton(options.Identity)
            .AddAccessPolicies()
            .AddHourlyLimits()
            .AddExceptionHandler<ApiExceptionHandler>()
            .AddSingleton<ICorsService, PathCorsService>()
            .AddCors(cors => cors.AddDefaultPolicy(policy => policy
                .WithOrigins([.. options.AllowedOrigins]).WithHeaders(RequestHeaders).WithExposedHeaders(ResponseHeaders).AllowAnyMethod()
                .SetPreflightMaxAge(TimeSpan.FromMinutes(10))))
            .AddOpenApiDocument()
            .AddSingleton<Readiness>()
            .AddSingleton<IReadinessCheck, TableReadiness>()
            .AddSingleton<IReadinessCheck, OrchestrationReadiness>()
            .AddSingleton<NotsPipeline>();
    }
}
