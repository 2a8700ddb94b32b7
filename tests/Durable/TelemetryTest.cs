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
        await using var host = new EngineHost();
        var orchestration = host.Define<string, string>("works", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        await host.StartAsync();

        await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);
        await host.EndedAsync("one");
        listener.RecordObservableInstruments();

        foreach (var name in (string[])["turns", "activity.duration", "executions.ended", "commit.duration", "commit.size", "backlog"])
            Assert.Contains($"nots.durable.{name}", seen.Keys);
    }
}
