using System.Diagnostics.Metrics;

namespace Nots.Durable.Sqlite.Telemetry;

/// <summary>
/// What the backend tells of itself, under the name <c>Nots.Durable</c>. Costs next to nothing while nobody listens. Spans are
/// DurableTask.Core's own, under its name.
/// </summary>
internal sealed class BackendTelemetry : IDisposable
{
    public const string Name = "Nots.Durable";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _turns;
    private readonly Counter<long> _endings;
    private readonly Counter<long> _given;
    private readonly Histogram<double> _activities;
    private readonly Histogram<double> _commits;
    private readonly Histogram<int> _batches;

    /// <param name="backlog">The number of work items that wait or run.</param>
    /// <param name="sessions">The number of orchestrations in memory.</param>
    public BackendTelemetry(Func<long> backlog, Func<long> sessions)
    {
        _turns = _meter.CreateCounter<long>("nots.durable.turns", "{turn}", "Turns of orchestrators that were committed.");
        _endings = _meter.CreateCounter<long>("nots.durable.executions.ended", "{execution}", "Executions that ended, by outcome.");
        _given = _meter.CreateCounter<long>("nots.durable.instances.given_up", "{instance}", "Instances that the backend ended as failed: they could not be run.");
        _activities = _meter.CreateHistogram<double>("nots.durable.activity.duration", "s", "One try of an activity, by name and outcome.");
        _commits = _meter.CreateHistogram<double>("nots.durable.commit.duration", "s", "One transaction, its flush included.");
        _batches = _meter.CreateHistogram<int>("nots.durable.commit.size", "{change}", "Changes in one transaction.");
        _meter.CreateObservableUpDownCounter("nots.durable.backlog", backlog, "{item}", "Work items that wait or run.");
        _meter.CreateObservableUpDownCounter("nots.durable.sessions", sessions, "{orchestration}", "Orchestrations that are kept in memory.");
    }

    public void TurnCommitted(string orchestration) => _turns.Add(1, new KeyValuePair<string, object?>("orchestration", orchestration));

    public void Ended(string orchestration, string outcome) =>
        _endings.Add(1, new("orchestration", orchestration), new("outcome", outcome));

    public void GivenUp() => _given.Add(1);

    public void ActivityEnded(string activity, string outcome, TimeSpan duration) =>
        _activities.Record(duration.TotalSeconds, new("activity", activity), new("outcome", outcome));

    public void Committed(int changes, TimeSpan duration)
    {
        _commits.Record(duration.TotalSeconds);
        _batches.Record(changes);
    }

    public void Dispose() => _meter.Dispose();
}
