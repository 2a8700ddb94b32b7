using DurableTask.Core;
using DurableTask.Core.History;
using Nots.Durable.Sqlite.Store;

namespace Nots.Durable.Sqlite.Work;

/// <summary>
/// An instance that has something to do, or is kept in memory while it waits. All but its identity belongs to <see cref="SessionTable"/> and
/// is touched under that table's lock.
/// </summary>
internal sealed class Session(long number, SessionTable table) : IOrchestrationSession
{
    public long Number { get; } = number;

    public string InstanceId { get; set; } = "";

    /// <summary>Null before it is loaded.</summary>
    public string? ExecutionId { get; set; }

    /// <summary>What has come and was not handed out.</summary>
    public List<StoredMessage> Pending { get; set; } = [];

    /// <summary>What was handed out and is consumed by the next completion.</summary>
    public List<StoredMessage> Taken { get; } = [];

    /// <summary>The store has messages that are not in <see cref="Pending"/>.</summary>
    public bool NeedsMessages { get; set; }

    /// <summary>Messages up to this position were read from the store; one that arrives after that is there already.</summary>
    public long ReadUpTo { get; set; }

    /// <summary>It waits in the queue for a dispatcher.</summary>
    public bool IsQueued { get; set; }

    /// <summary>A dispatcher has it.</summary>
    public bool IsLocked { get; set; }

    /// <summary>It stays in memory between turns.</summary>
    public bool IsKept { get; set; }

    /// <summary>The instance is no more, or was ended from outside.</summary>
    public bool IsLost { get; set; }

    /// <summary>It was handed back undone and is not to be tried again just yet.</summary>
    public bool IsBackedOff { get; set; }

    public bool IsAbandoned { get; set; }

    /// <summary>How often it was handed back undone, one time after the other.</summary>
    public int Attempts { get; set; }

    /// <summary>The store was at fault when it was handed back, not the instance.</summary>
    public bool HasCommitFailed { get; set; }

    /// <summary>Set while a dispatcher waits for the next messages.</summary>
    public TaskCompletionSource<IList<TaskMessage>?>? Waiting { get; set; }

    /// <summary>Among those that wait in memory.</summary>
    public LinkedListNode<Session>? Place { get; set; }

    public DateTimeOffset IdleSince { get; set; }

    public long IdleTimestamp { get; set; }

    /// <summary>It was told to leave memory and has not yet.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>How many turns it has had in one go.</summary>
    public int Turns { get; set; }

    /// <summary>How many activities it waits for. A count for the order of things, which may be wrong for a moment.</summary>
    public int OpenActivities { get; set; }

    public Task<IList<TaskMessage>?> FetchNewOrchestrationMessagesAsync(TaskOrchestrationWorkItem workItem) => table.FetchAsync(this);

    /// <summary>The work item is released next, and that ends the session.</summary>
    public Task EndSessionAsync() => Task.CompletedTask;

    /// <summary>Hands out what has come; the start of an execution comes first.</summary>
    public List<TaskMessage> Take()
    {
        var messages = new List<TaskMessage>(Pending.Count);
        foreach (var pending in Pending)
        {
            var message = new TaskMessage
            {
                SequenceNumber = pending.Position,
                Event = pending.Event,
                OrchestrationInstance = new OrchestrationInstance { InstanceId = InstanceId, ExecutionId = pending.ExecutionId },
            };
            if (pending.Event is ExecutionStartedEvent)
                messages.Insert(0, message);
            else
                messages.Add(message);
        }

        Taken.AddRange(Pending);
        Pending.Clear();
        return messages;
    }
}
