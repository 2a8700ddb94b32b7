using System.Diagnostics;
using Nots.Durable.Store;

namespace Nots.Durable.Runtime;

/// <summary>An instance that has something to do, or stays in memory. Its fields are guarded by <see cref="SessionTable"/>.</summary>
internal sealed class Session(long number)
{
    public long Number { get; } = number;

    public List<InstanceMessage> Mailbox { get; set; } = [];

    /// <summary>Has a turn before it without a message.</summary>
    public bool IsWoken { get; set; }

    /// <summary>The span of the first that has come since the last turn began.</summary>
    public ActivityContext Cause { get; set; }

    /// <summary>The same of the turn that is under way.</summary>
    public ActivityContext CauseOfTurn { get; set; }

    /// <summary>In a queue, in a turn, or waiting for the turn's commit; nobody else starts a turn.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Changed in the store; what is in memory no longer counts.</summary>
    public bool IsStale { get; set; }

    /// <summary>Null when it must be loaded. Belongs to the turn while the session is busy.</summary>
    public LoadedInstance? Loaded { get; set; }

    /// <summary>Brings the turn back after a fault of the store.</summary>
    public ITimer? Retry { get; set; }

    /// <summary>Its place among the idle ones in memory.</summary>
    public LinkedListNode<Session>? IdlePlace { get; set; }
}
