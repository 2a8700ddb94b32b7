using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
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
            .AddSingleton<BearerTokens>()
            .AddSingleton<Callers>()
            .AddSingleton<RateLimiter>()
            .AddSingleton<OrchestrationControls>()
            .AddSingleton<IReadinessCheck, TableReadiness>()
            .AddSingleton<IReadinessCheck, OrchestrationReadiness>()
            .AddSingleton<ApiPipeline>();
        foreach (var endpoint in Catalogue.All)
            services.AddSingleton(endpoint.Handler);
        services.AddBearerAuthentication();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<TimeProvider>((bearer, time) => TokenRules.Apply(bearer, options.Identity, time));
        return services;
    }

    /// <summary>
    /// What a bearer token needs, and no more: AddAuthentication would bring data protection along, whose keys nothing here uses
    /// and whose key ring is read at every start.
    /// </summary>
    private static void AddBearerAuthentication(this IServiceCollection services)
    {
        services.AddAuthenticationCore();
        services.AddWebEncoders();
        services.AddSingleton<IAuthenticationConfigurationProvider, NoAuthenticationConfiguration>();
        new AuthenticationBuilder(services).AddJwtBearer();
    }
}
