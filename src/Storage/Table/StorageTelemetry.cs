using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Nots.Storage.Table;

/// <summary>What every store tells of its work, under the name <c>Nots.Storage</c>: spans, latencies by operation, sizes of batches.</summary>
internal static class StorageTelemetry
{
    public const string Name = "Nots.Storage";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "nots.storage.operation.duration", "s", "How long operations on the table took, by operation and outcome.");

    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>(
        "nots.storage.commit.batch_size", "{request}", "How many write requests one commit carried.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "nots.storage.retries", "{request}", "How many requests to the table were tried again, by operation and reason.");

    /// <summary>Measures one operation; costs two flag checks when nobody listens.</summary>
    public static async Task<T> MeasureAsync<T>(string operation, string system, Func<Task<T>> run)
    {
        var started = Stopwatch.GetTimestamp();
        using var activity = Source.StartActivity(operation, ActivityKind.Client);
        activity?.SetTag("db.system.name", system).SetTag("db.operation.name", operation);
        var outcome = "ok";
        try
        {
            return await run();
        }
        catch (Exception e)
        {
            outcome = e.GetType().Name;
            activity?.SetStatus(ActivityStatusCode.Error, outcome);
            throw;
        }
        finally
        {
            Duration.Record(
                Stopwatch.GetElapsedTime(started).TotalSeconds,
                new KeyValuePair<string, object?>("operation", operation),
                new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    public static bool IsListenedTo => Duration.Enabled || Source.HasListeners();

    public static void Retried(string operation, string reason) => Retries.Add(
        1, new KeyValuePair<string, object?>("operation", operation), new KeyValuePair<string, object?>("reason", reason));

    public static void Committed(int requests) => BatchSize.Record(requests);
}
