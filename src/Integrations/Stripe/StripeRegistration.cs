using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Configuration;
using Nots.Application.Payments;
using Stripe;

namespace Nots.Integrations.Stripe;

/// <summary>Adds the card processor to a host.</summary>
public static class StripeRegistration
{
    private const string ClientName = "stripe";

    /// <summary>Adds <see cref="IPaymentGateway"/> and <see cref="IPaymentWebhook"/>. The host gives the <see cref="TimeProvider"/>.</summary>
    /// <exception cref="ArgumentException">The options are wrong: all faults are named.</exception>
    public static IServiceCollection AddStripe(this IServiceCollection services, StripeOptions options)
    {
        options.ThrowIfInvalid();
        services.AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddResilienceHandler(ClientName, pipeline => StripeResilience.Configure(pipeline, options.Timeout));
        services.AddHttpClient(ClientName).AddHttpMessageHandler(() => new BufferedBody());
        services.AddSingleton<IPaymentGateway>(provider =>
        {
            var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
            return new StripePaymentGateway(new StripeClient(
                options.SecretKey,
                httpClient: new SystemNetHttpClient(http, maxNetworkRetries: 0, enableTelemetry: false),
                apiBase: options.BaseAddress.ToString().TrimEnd('/')));
        });
        services.AddSingleton<IPaymentWebhook>(provider => new StripeWebhook(options, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
