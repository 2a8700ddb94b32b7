using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
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
    /// <param name="services">Those of an app, or at least the registrations of the application and the API.</param>
    public static IReadOnlyList<RouteEndpoint> All(IServiceProvider services)
    {
        var routes = new RouteBuilder(services);
        routes.MapNots();
        return [.. routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
    }

    private sealed class RouteBuilder(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
