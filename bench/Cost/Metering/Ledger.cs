using System.Diagnostics;

namespace Nots.Cost.Bench.Metering;

/// <summary>Keeps every request with the step of the life it belongs to and the operation that made it.</summary>
internal sealed class Ledger : IDisposable
{
    /// <summary>The name of an activity, in DurableTask.Core's span of it.</summary>
    private const string Activity = "durabletask.task.name";

    private readonly Lock _gate = new();
    private readonly List<Request> _requests = [];
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name is "Nots.Api" or "DurableTask.Core",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    public Ledger() => ActivitySource.AddActivityListener(_listener);

    /// <summary>The step that is under way; empty while nothing is to be counted.</summary>
    public string Step { get; set; } = "";

    public IReadOnlyList<Request> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public void Add(string kind, double reads, double writes, IReadOnlyList<ItemChange> changes, double? told)
    {
        lock (_gate)
        {
            if (Step.Length > 0)
                _requests.Add(new Request(Step, Operation(changes), kind, reads, writes, changes, told));
        }
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>The platform's own spans say who asks; forgetting a signal is the outbox's, whoever raised it.</summary>
    private static string Operation(IReadOnlyList<ItemChange> changes)
    {
        if (changes is [{ EntityType: "OutboxEntry", After: 0 }])
            return "outbox";
        for (var span = System.Diagnostics.Activity.Current; span is not null; span = span.Parent)
        {
            if (span.GetTagItem(Activity) is string activity)
                return activity;
            if (span.Source.Name == "Nots.Api")
                return span.OperationName;
        }
        return "other";
    }
}
