using Microsoft.Extensions.DependencyInjection;
using Nots.Api.Authentication;
using Nots.Api.Limits;
using Nots.Api.Operations;
using Nots.Api.Pipeline;
using Nots.Api.Status;

namespace Nots.Api;

/// <summary>Registers the HTTP contract. The host registers the application and the adapters of its ports.</summary>
public static class ApiServices
{
    /// <exception cref="ArgumentException">A setting is at fault; the message has all of them.</exception>
    public static IServiceCollection AddApi(this IServiceCollection services, ApiOptions options)
    {
        if (options.Faults() is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        services
            .AddSingleton(options)
            .AddSingleton(options.Limits)
            .AddSingleton(options.Identity)
            .AddSingleton<TokenVerifier>()
            .AddSingleton<BearerTokens>()
            .AddSingleton<Callers>()
            .AddSingleton<RateLimiter>()
            .AddSingleton<AuditedControls>()
            .AddSingleton<IReadinessCheck, TableReadiness>()
            .AddSingleton<IReadinessCheck, OrchestrationReadiness>()
            .AddSingleton<ApiPipeline>();
        foreach (var endpoint in Catalogue.All)
            services.AddSingleton(endpoint.Handler);
        return services;
    }
}
