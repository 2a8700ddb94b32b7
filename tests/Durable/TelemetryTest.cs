using System.Collections.Concurrent;
using System.Diagnostics;
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

    [Fact]
    public async Task Turns_and_activities_go_on_in_the_trace_of_the_request_that_brought_them_about()
    {
        using var requests = new ActivitySource("Nots.Durable.Tests.Requests");
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Nots.Durable" || source == requests,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = new EngineHost();
        var orchestration = host.Define<string, string>("traced", async (context, input) =>
        {
            await context.CallActivityAsync(ScriptedActivity.Name, input);
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEventAsync<string>("go");
            return await context.CallActivityAsync(ScriptedActivity.Name, input);
        });
        await host.StartAsync();

        using (requests.StartActivity("start"))
            await host.Client.StartAsync(orchestration, "one", "a", EngineHost.Token);
        await host.UntilAsync("one", instance => instance.CustomStatus is not null);
        using (requests.StartActivity("go"))
            await host.Client.RaiseEventAsync("one", "go", "now", EngineHost.Token);
        await host.EndedAsync("one");

        foreach (var request in (string[])["start", "go"])
        {
            var trace = spans.Single(span => span.OperationName == request);
            var turn = spans.First(span => span.OperationName == "orchestration turn" && span.ParentSpanId == trace.SpanId);
            Assert.Equal(trace.TraceId, turn.TraceId);
            Assert.Contains(spans, span => span.OperationName == "activity" && span.TraceId == trace.TraceId);
        }
    }
}
