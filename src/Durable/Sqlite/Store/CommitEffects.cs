namespace Nots.Durable.Sqlite.Store;

/// <summary>What is to follow from a transaction, once it is durable.</summary>
internal sealed class CommitEffects
{
    /// <summary>Visible now.</summary>
    public List<StoredMessage> Messages { get; } = [];

    public List<DelayedMessage> Delayed { get; } = [];

    public List<ActivityTask> Activities { get; } = [];

    /// <summary>Instances with a new execution: what is for an earlier one is void.</summary>
    public List<(long Instance, string ExecutionId)> Renewed { get; } = [];

    /// <summary>Instances that have ended, and those whom it concerns.</summary>
    public List<(long Instance, string Id)> Ended { get; } = [];

    /// <summary>Instances that are no more, or have been ended from outside: whoever works on one has lost it.</summary>
    public List<long> Lost { get; } = [];

    public void Clear()
    {
        Messages.Clear();
        Delayed.Clear();
        Activities.Clear();
        Renewed.Clear();
        Ended.Clear();
        Lost.Clear();
    }
}
