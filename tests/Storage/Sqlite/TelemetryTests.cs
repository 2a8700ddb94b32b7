using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Nots.Storage.Table;
using static Nots.Storage.Tests.Sqlite.TempTable;

namespace Nots.Storage.Tests.Sqlite;

public sealed class TelemetryTests : IDisposable
{
    private readonly TempTable _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Operations_are_measured_and_traced_by_kind_and_outcome()
    {
        var operations = new ConcurrentBag<string>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => Listen(instrument, listener) };
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => operations.Add($"{tags[0].Value}: {tags[1].Value}"));
        meters.Start();
        var spans = new ConcurrentBag<Activity>();
        using var root = new Activity("test").Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Nots.Storage",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(traces);

        await using var table = await _file.OpenAsync();
        await table.WriteAsync(New("P", "1"), Cancelled);
        await table.BatchGetAsync([new TableKey("P", "1")], Consistency.Strong, Cancelled);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.QueryAsync(new TableQuery(TableIndex.Primary, "P"), cancelled.Token));

        // Other tests run beside this one and are measured too.
        Assert.Superset(new HashSet<string> { "write: ok", "batch_get: ok", "query: OperationCanceledException" }, operations.ToHashSet());
        var mine = spans.Where(span => span.TraceId == root.TraceId).Select(span => (span.OperationName, span.Status)).ToHashSet();
        Assert.Equal([("write", ActivityStatusCode.Unset), ("batch_get", ActivityStatusCode.Unset), ("query", ActivityStatusCode.Error)], mine);
    }

    private static void Listen(Instrument instrument, MeterListener listener)
    {
        if (instrument.Name == "nots.storage.operation.duration")
            listener.EnableMeasurementEvents(instrument);
    }
}
