using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Nots.Durable.Telemetry;

/// <summary>What the engine tells of itself, under the name <c>Nots.Durable</c>. Costs next to nothing while nobody listens.</summary>
internal sealed class EngineTelemetry : IDisposable
{
    public const string Name = "Nots.Durable";

    private static readonly ActivitySource Source = new(Name);

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _turns;
    private readonly Counter<long> _endings;
    private readonly Counter<long> _parked;
    private readonly Histogram<double> _activities;
    private readonly Histogram<double> _commits;
    private readonly Histogram<int> _batches;

    /// <param name="backlog">The number of work items that wait or run.</param>
    public EngineTelemetry(Func<long> backlog)
    {
        _turns = _meter.CreateCounter<long>("nots.durable.turns", "{turn}", "Turns of orchestrators that were committed.");
        _endings = _meter.CreateCounter<long>("nots.durable.executions.ended", "{execution}", "Executions that ended, by outcome.");
        _parked = _meter.CreateCounter<long>("nots.durable.instances.parked", "{instance}", "Instances that the engine suspended.");
        _activities = _meter.CreateHistogram<double>("nots.durable.activity.duration", "s", "One try of an activity, by name and outcome.");
        _commits = _meter.CreateHistogram<double>("nots.durable.commit.duration", "s", "One transaction, its flush included.");
        _batches = _meter.CreateHistogram<int>("nots.durable.commit.size", "{change}", "Changes in one transaction.");
        _meter.CreateObservableUpDownCounter("nots.durable.backlog", backlog, "{item}", "Work items that wait or run.");
    }

    /// <param name="orchestration">Its name.</param>
    /// <param name="instanceId">Of the instance.</param>
    /// <param name="cause">The span that the turn goes on from: a request, or the turn before; none after a timer or a restart.</param>
    public static System.Diagnostics.Activity? StartTurn(string orchestration, string instanceId, ActivityContext cause)
    {
        var span = Source.StartActivity("orchestration turn", ActivityKind.Internal, cause);
        span?.SetTag("nots.durable.orchestration", orchestration).SetTag("nots.durable.instance_id", instanceId);
        return span;
    }

    /// <param name="activity">Its name.</param>
    /// <param name="cause">The span of the turn that scheduled it.</param>
    public static System.Diagnostics.Activity? StartActivity(string activity, ActivityContext cause)
    {
        var span = Source.StartActivity("activity", ActivityKind.Internal, cause);
        span?.SetTag("nots.durable.activity", activity);
        return span;
    }

    public void TurnCommitted(string orchestration) => _turns.Add(1, new KeyValuePair<string, object?>("orchestration", orchestration));

    public void Ended(string orchestration, string outcome) =>
        _endings.Add(1, new("orchestration", orchestration), new("outcome", outcome));

    public void Parked(string orchestration) => _parked.Add(1, new KeyValuePair<string, object?>("orchestration", orchestration));

    public void ActivityEnded(string activity, string outcome, TimeSpan duration) =>
        _activities.Record(duration.TotalSeconds, new("activity", activity), new("outcome", outcome));

    public void Committed(int changes, TimeSpan duration)
    {
        _commits.Record(duration.TotalSeconds);
        _batches.Record(changes);
    }

    public void Dispose() => _meter.Dispose();
}
