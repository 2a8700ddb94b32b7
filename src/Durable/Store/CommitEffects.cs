using System.Diagnostics;

namespace Nots.Durable.Store;

/// <summary>What follows from a commit, once it is on the disk.</summary>
internal sealed class CommitEffects
{
    /// <summary>Instances whose copy in memory no longer counts.</summary>
    public List<long> Changed { get; } = [];

    /// <summary>Instances whose open activities are no longer wanted.</summary>
    public List<long> Abandoned { get; } = [];

    public List<ActivityTask> Activities { get; } = [];

    public List<TimerTask> Timers { get; } = [];

    public List<TaskKey> CancelledTimers { get; } = [];

    /// <summary>Instances that have something to do, what (null: look into the store), and the span that it came of.</summary>
    public List<(long Instance, InstanceMessage? Message, ActivityContext Cause)> Messages { get; } = [];

    /// <summary>The span of the operation that is being applied.</summary>
    public ActivityContext Cause { get; set; }

    public void Deliver(long instance, InstanceMessage? message) => Messages.Add((instance, message, Cause));

    public void Clear()
    {
        Changed.Clear();
        Abandoned.Clear();
        Activities.Clear();
        Timers.Clear();
        CancelledTimers.Clear();
        Messages.Clear();
    }
}
