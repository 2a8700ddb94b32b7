using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Nots.LocalHost.Telemetry;

/// <summary>
/// Sends traces and metrics of the contract, the engine, the table and outgoing calls to a collector, when one is named by
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; OpenTelemetry's other variables are understood, too. Without it nothing is loaded.
/// </summary>
internal static class OpenTelemetryExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Names = ["Nots.Api", "Nots.Durable", "Nots.Storage", "System.Net.Http"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!string.IsNullOrEmpty(configuration[Endpoint]))
            Export(services);
        return services;
    }

    // The server's own span stands between a caller's trace and ours: without it ours would have a parent that nobody recorded.
    private static void Export(IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("nots-localhost"))
        .WithTracing(traces => traces.AddSource([.. Names, "Microsoft.AspNetCore"]).AddOtlpExporter())
        .WithMetrics(metrics => metrics.AddMeter(Names).AddOtlpExporter());
}
