namespace Nots.Application.Outbox;

/// <summary>Reads the outbox.</summary>
public interface IOutboxStore
{
    /// <summary>Entries of a shard that were written before a time, oldest first.</summary>
    Task<IReadOnlyList<OutboxEntry>> WaitingAsync(int shard, DateTimeOffset before, int limit, CancellationToken cancellationToken);
}
