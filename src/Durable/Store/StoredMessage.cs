using Nots.Durable.History;

namespace Nots.Durable.Store;

/// <summary>A row of the inbox.</summary>
internal sealed record StoredMessage(long Position, int? Execution, string Event)
{
    /// <exception cref="HistoryUnreadableException">Another version wrote it.</exception>
    public InstanceMessage Read() => HistoryJson.Read(Event) is IncomingEvent incoming
        ? new InstanceMessage(incoming, Execution, Position)
        : throw new HistoryUnreadableException("a message in the inbox is not one that an orchestrator takes");
}
