using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Configuration;
using Nots.Application.Places;

namespace Nots.Integrations.Routing.Offline;

/// <summary>Wires offline route planning.</summary>
public static class OfflineRoutingRegistration
{
    /// <summary>Registers <see cref="OfflineRoutePlanner"/> as the route planner.</summary>
    /// <exception cref="ArgumentException">The options have faults.</exception>
    public static IServiceCollection AddOfflineRouting(this IServiceCollection services, OfflineRoutingOptions options)
    {
        options.ThrowIfInvalid();
        return services.AddSingleton<IRoutePlanner>(new OfflineRoutePlanner(options));
    }
}
