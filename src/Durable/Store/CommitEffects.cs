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

    /// <summary>Instances that have something to do, and what (null: look into the store).</summary>
    public List<(long Instance, InstanceMessage? Message)> Messages { get; } = [];

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
