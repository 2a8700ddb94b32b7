using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nots.Api.Pipeline;

namespace Nots.Api;

/// <summary>Puts the contract on a server with ASP.NET Core's routing.</summary>
public static class ApiRoutes
{
    /// <summary>Every operation, and the contract's own answer to whatever else is asked for.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var pipeline = routes.ServiceProvider.GetRequiredService<ApiPipeline>();
        foreach (var endpoint in Catalogue.All)
            routes.MapMethods(endpoint.Route, [endpoint.Method], (RequestDelegate)(context => pipeline.InvokeAsync(context, endpoint)));
        routes.MapFallback("{*path}", pipeline.InvokeUnmatchedAsync);
        return routes;
    }
}
