using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_named_collector_gets_traces_and_metrics_of_every_part()
    {
        await using var collector = await Collector.StartAsync();
        await using var host = await RunningHost.StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "100"));

        await (await host.Nots.SignInAsync("customer")).BookAsync(Pickup.OnADayOfItsOwn());

        foreach (var name in new[] { "Nots.Api", "bookings-create", "DurableTask.Core", "activity:booking-read", "Nots.Storage", "System.Net.Http" })
            await Until.TrueAsync(() => Task.FromResult(collector.Has("/v1/traces", name)), $"{name} is traced", () => host.Log);
        foreach (var name in new[] { "nots.api.request.duration", "nots.durable.commit.duration", "nots.storage.operation.duration", "http.client.request.duration" })
            await Until.TrueAsync(() => Task.FromResult(collector.Has("/v1/metrics", name)), $"{name} is measured", () => host.Log);
    }
}
