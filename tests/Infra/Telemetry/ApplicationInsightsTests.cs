using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nots.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Nots.Infra.Tests.Telemetry;

/// <summary>What Application Insights is told besides what the Functions host tells it, against an address that takes everything.</summary>
public sealed class ApplicationInsightsTests : IAsyncLifetime
{
    private const int Patience = 10_000;

    private readonly ConcurrentQueue<string> _told = new();
    private WebApplication? _server;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(TakeAsync);
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync() => await _server!.DisposeAsync();

    [Fact]
    public async Task It_gets_the_platforms_metrics_and_spans_and_no_second_request()
    {
        using var meter = new Meter("Nots.Storage");
        using var own = new ActivitySource("Nots.Api");
        using var server = new ActivitySource("Microsoft.AspNetCore");
        await using var services = Services(("APPLICATIONINSIGHTS_CONNECTION_STRING", $"InstrumentationKey={Guid.Empty};IngestionEndpoint={_server!.Urls.Single()}/"));
        var traces = services.GetRequiredService<TracerProvider>();
        var metrics = services.GetRequiredService<MeterProvider>();

        meter.CreateCounter<long>("nots.storage.retries").Add(3);
        // As the host passes it on: a trace that it does not record.
        using (new Activity("host").Start())
        using (server.StartActivity("POST /v1/quotes", ActivityKind.Server))
            own.StartActivity("quotes-create")?.Dispose();

        Assert.True(traces.ForceFlush(Patience) && metrics.ForceFlush(Patience));
        var told = string.Join('\n', _told);
        Assert.Contains("nots.storage.retries", told, StringComparison.Ordinal);
        Assert.Contains("quotes-create", told, StringComparison.Ordinal);
        Assert.DoesNotContain("RequestData", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_named_nothing_is_loaded()
    {
        await using var services = Services();
        Assert.Null(services.GetService<TracerProvider>());
        Assert.Null(services.GetService<MeterProvider>());
    }

    private static ServiceProvider Services(params IEnumerable<(string Name, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        return new ServiceCollection().AddTelemetry(configuration, "nots-functions").BuildServiceProvider();
    }

    private async Task TakeAsync(HttpContext context)
    {
        var zipped = context.Request.Headers.ContentEncoding.ToString() == "gzip";
        await using var body = zipped ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body;
        using var reader = new StreamReader(body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        _told.Enqueue(text);
        var items = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        await context.Response.WriteAsJsonAsync(new { itemsReceived = items, itemsAccepted = items, errors = Array.Empty<object>() });
    }
}
