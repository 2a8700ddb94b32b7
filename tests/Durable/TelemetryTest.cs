using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class TelemetryTest
{
    [Fact]
    public async Task Turns_activities_endings_and_commits_are_measured()
    {
        var seen = new ConcurrentDictionary<string, bool>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "Nots.Durable")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) => seen[instrument.Name] = true);
        listener.SetMeasurementEventCallback<int>((instrument, _, _, _) => seen[instrument.Name] = true);
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => seen[instrument.Name] = true);
        listener.Start();
        await using var host = new BackendHost();
        host.Define<string, string>("works", Workflows.WorkAsync);
        await host.StartAsync();

        await host.ScheduleAsync("works", "one", "a");
        await host.EndedAsync("one");
        listener.RecordObservableInstruments();

        foreach (var name in (string[])["turns", "activity.duration", "executions.ended", "commit.duration", "commit.size", "backlog", "sessions"])
            await BackendHost.UntilAsync(() => seen.ContainsKey($"nots.durable.{name}"));
    }
}
