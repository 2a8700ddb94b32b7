using System.Data.Common;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Nots.Hosting;

/// <summary>
/// Sends to Application Insights what the Functions host does not: the platform's own metrics, and the spans below a request. The
/// request itself, and what is logged, the host has told it already; a server's span besides would count each request twice.
/// </summary>
internal static class ApplicationInsights
{
    /// <summary>Where it is.</summary>
    public const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>With which identity: <c>ClientId=…;Authorization=AAD</c>, as the Functions host reads it.</summary>
    private const string AuthenticationString = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public static void Export(IServiceCollection services, IConfiguration configuration, string service, string[] names)
    {
        var credential = Credential(configuration[AuthenticationString]);
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service))
            // The Functions host passes a trace on as one that nobody records, which the exporter's own sampler would believe.
            .WithTracing(traces => traces.AddSource(names).AddAzureMonitorTraceExporter(To).SetSampler<AlwaysOnSampler>())
            .WithMetrics(metrics => metrics.AddMeter(names).AddAzureMonitorMetricExporter(To));

        void To(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = configuration[ConnectionString];
            options.Credential = credential;
            // The host's own are enough.
            options.EnableLiveMetrics = false;
        }
    }

    private static ManagedIdentityCredential? Credential(string? authentication)
    {
        if (string.IsNullOrEmpty(authentication))
            return null;
        var parts = new DbConnectionStringBuilder { ConnectionString = authentication };
        return new ManagedIdentityCredential(
            parts.TryGetValue("ClientId", out var client) ? ManagedIdentityId.FromUserAssignedClientId((string)client) : ManagedIdentityId.SystemAssigned);
    }
}
