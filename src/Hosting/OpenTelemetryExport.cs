using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Nots.Hosting;

/// <summary>
/// Sends traces and metrics of the contract, the orchestrations, the table and outgoing calls to whoever is named: a collector by
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> (OpenTelemetry's other variables are understood, too), Application Insights by
/// <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>. Without either nothing is loaded.
/// </summary>
public static class OpenTelemetryExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Names = ["Nots.Api", "Nots.Durable", "DurableTask.Core", "Nots.Storage", "System.Net.Http"];

    // A server's own span stands between a caller's trace and ours: without it ours would have a parent that nobody recorded.
    private static readonly string[] Servers = ["Microsoft.AspNetCore", "Microsoft.Azure.Functions.Worker", "Microsoft.DurableTask"];

    /// <param name="services">The host's.</param>
    /// <param name="configuration">The host's.</param>
    /// <param name="service">What the host calls itself, such as <c>nots-localhost</c>.</param>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration, string service)
    {
        if (!string.IsNullOrEmpty(configuration[Endpoint]))
            ToCollector(services, service);
        if (!string.IsNullOrEmpty(configuration[ApplicationInsights.ConnectionString]))
            ApplicationInsights.Export(services, configuration, service, Names);
        return services;
    }

    private static void ToCollector(IServiceCollection services, string service) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService(service))
        .WithTracing(traces => traces.AddSource([.. Names, .. Servers]).AddOtlpExporter())
        .WithMetrics(metrics => metrics.AddMeter(Names).AddOtlpExporter());
}
