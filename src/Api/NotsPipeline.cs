using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nots.Api.Authentication;
using Nots.Api.Pipeline;
using Nots.Api.Reading;
using Nots.Api.Results;

namespace Nots.Api;

/// <summary>
/// The HTTP contract as one pipeline. A server with a pipeline of its own puts it there by <see cref="Configure"/>; whoever only has an
/// <see cref="HttpContext"/>, such as a function, hands that to an instance, which is built once from the app's services.
/// </summary>
public sealed class NotsPipeline
{
    private readonly RequestDelegate _pipeline;

    public NotsPipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        Configure(app);
        _pipeline = app.Build();
    }

    /// <summary>Answers a request. What the host's own routing found does not matter here.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not null)
        {
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
        }
        return _pipeline(context);
    }

    /// <summary>The middlewares and endpoints of the contract, in the order in which they see a request.</summary>
    public static void Configure(IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<ApiOptions>();
        if (options.TrustedProxies.Count > 0)
            app.UseForwardedHeaders(ForwardedHeadersFor(options.TrustedProxies));
        app.UseRouting();
        app.Use(RunOthersAsync);
        app.UseMiddleware<RequestMiddleware>(options.AllowedOrigins.Count > 0);
        app.UseExceptionHandler(_ => { });
        app.Use(ApiExceptionHandler.KeepHeadersAsync);
        app.UseStatusCodePages(Unmatched.AnswerAsync);
        // A preflight for what is not there is answered as any other request for it.
        if (options.AllowedOrigins.Count > 0)
            app.UseWhen(context => context.GetEndpoint() is not null || !HttpMethods.IsOptions(context.Request.Method), cors => cors.UseCors());
        app.UseAuthentication();
        var callers = app.ApplicationServices.GetRequiredService<Callers>();
        app.Use((context, next) => Callers.FindAsync(context, callers, next));
        app.UseRateLimiter();
        app.UseAuthorization();
        app.Use(ReadingMiddleware.InvokeAsync);
        app.UseEndpoints(routes => routes.MapNots());
    }

    /// <summary>What a host maps beside the contract is its own: headers, limits and the log of the contract are not for it.</summary>
    private static Task RunOthersAsync(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint() is RouteEndpoint { RequestDelegate: { } other } endpoint && endpoint.Metadata.GetMetadata<Access>() is null
            ? other(context)
            : next(context);

    /// <summary>The client's address is the last one before a chain of trusted proxies.</summary>
    private static ForwardedHeadersOptions ForwardedHeadersFor(IReadOnlyList<string> trustedProxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trustedProxies)
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        return options;
    }
}
