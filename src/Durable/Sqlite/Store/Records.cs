using DurableTask.Core;
using DurableTask.Core.History;

namespace Nots.Durable.Sqlite.Store;

/// <summary>An instance as far as a message needs to know it.</summary>
internal readonly record struct InstanceHead(long Number, string Id, string ExecutionId, OrchestrationStatus Status)
{
    public bool HasEnded => Status.HasEnded();
}

/// <summary>A message for an instance, committed and not yet consumed.</summary>
/// <param name="Instance">Its number.</param>
/// <param name="Position">Grows with every message of the file.</param>
/// <param name="ExecutionId">The only execution that it is for; null when it is for any.</param>
/// <param name="IsDelayed">It was to become visible later (a timer, a scheduled start).</param>
/// <param name="Event">What it brings.</param>
internal sealed record StoredMessage(long Instance, long Position, string? ExecutionId, bool IsDelayed, HistoryEvent Event);

/// <summary>A message that is to become visible at some time.</summary>
internal sealed record DelayedMessage(StoredMessage Message, DateTimeOffset VisibleAt);

/// <summary>A message on its way to its instance, whose number is looked up when it is committed.</summary>
internal sealed record OutgoingMessage(string InstanceId, string? ExecutionId, HistoryEvent Event, byte[] Json, DateTimeOffset? VisibleAt = null);

/// <summary>An activity that is committed and not yet done.</summary>
internal sealed record ActivityTask(long Instance, long Position, TaskMessage Message, bool IsRecovered = false)
{
    /// <summary>How often it was handed back undone, in this process.</summary>
    public int Attempts { get; set; }
}

/// <summary>What a turn needs of an instance.</summary>
internal sealed record StoredInstance(InstanceHead Head, List<HistoryEvent> History, List<StoredMessage> Messages);

internal static class Statuses
{
    /// <summary>Whether nothing more happens to an instance in this status.</summary>
    public static bool HasEnded(this OrchestrationStatus status) => status
        is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated or OrchestrationStatus.Canceled;

    public static OrchestrationStatus Parse(ReadOnlySpan<byte> utf8) => utf8 switch
    {
        _ when utf8.SequenceEqual("Running"u8) => OrchestrationStatus.Running,
        _ when utf8.SequenceEqual("Pending"u8) => OrchestrationStatus.Pending,
        _ => Enum.Parse<OrchestrationStatus>(System.Text.Encoding.UTF8.GetString(utf8)),
    };

    public static string NameOf(OrchestrationStatus status) => status switch
    {
        OrchestrationStatus.Running => nameof(OrchestrationStatus.Running),
        OrchestrationStatus.Completed => nameof(OrchestrationStatus.Completed),
        _ => status.ToString(),
    };
}

internal static class UtcTime
{
    /// <summary>A time that says nothing of its zone is UTC, as everywhere in Durable Task.</summary>
    public static DateTimeOffset Of(DateTime time) =>
        new(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
