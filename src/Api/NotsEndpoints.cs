using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nots.Api.Bookings;
using Nots.Api.Dispatch;
using Nots.Api.Docs;
using Nots.Api.Drivers;
using Nots.Api.Operations;
using Nots.Api.Payments;
using Nots.Api.Quotes;
using Nots.Api.Status;
using Nots.Api.Vehicles;

namespace Nots.Api;

/// <summary>Every operation of the HTTP contract.</summary>
public static class NotsEndpoints
{
    public static IEndpointRouteBuilder MapNots(this IEndpointRouteBuilder routes)
    {
        routes.MapQuotes();
        routes.MapBookings();
        routes.MapPayments();
        routes.MapDrivers();
        routes.MapVehicles();
        routes.MapDispatch();
        routes.MapOrchestrations();
        routes.MapStatus();
        routes.MapDocs();
        return routes;
    }

    /// <summary>All operations as endpoints, for whatever must fit them: functions, requests, tests.</summary>
    public static IReadOnlyList<RouteEndpoint> All()
    {
        using var services = new ServiceCollection().AddLogging().AddOptions().AddRoutingCore().BuildServiceProvider();
        var routes = new RouteBuilder(services);
        routes.MapNots();
        return [.. routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
    }

    /// <summary>Maps endpoints without an app: what they need of ours is a service, and is there when they run.</summary>
    private sealed class RouteBuilder(IServiceProvider services) : IEndpointRouteBuilder, IServiceProvider, IServiceProviderIsService
    {
        public IServiceProvider ServiceProvider => this;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(this);

        public object? GetService(Type serviceType) => serviceType == typeof(IServiceProviderIsService) ? this : services.GetService(serviceType);

        public bool IsService(Type serviceType) => serviceType.Assembly.GetName().Name!.StartsWith("Nots.", StringComparison.Ordinal);
    }
}
