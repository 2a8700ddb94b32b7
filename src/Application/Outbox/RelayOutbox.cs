using Microsoft.Extensions.Logging;

namespace Nots.Application.Outbox;

/// <summary>Delivers the signals that a crash or an outage left behind. Run every minute; safe to repeat and to overlap.</summary>
public sealed class RelayOutbox(IOutboxStore outbox, OutboxDispatcher dispatcher, TimeProvider time, ILogger<RelayOutbox> logger)
{
    private const int PageSize = 100;

    // Younger entries are being dispatched by whoever wrote them.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <returns>How many signals were delivered.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Grace;
        var delivered = 0;
        for (var shard = 0; shard < OutboxEntry.Shards; shard++)
        {
            foreach (var entry in await outbox.WaitingAsync(shard, before, PageSize, cancellationToken))
                delivered += await dispatcher.DispatchAsync(entry, cancellationToken) ? 1 : 0;
        }
        if (delivered > 0)
            logger.LogInformation("Relayed {Count} signals", delivered);
        return delivered;
    }
}
