using Nots.Application.Idempotency;
using Nots.Storage.Entities;

namespace Nots.Storage.Idempotency;

/// <summary>Idempotency records in the single table.</summary>
internal sealed class IdempotencyStore(EntityReader reader) : IIdempotencyStore
{
    public Task<IdempotencyRecord?> GetAsync(string callerKey, string key, CancellationToken cancellationToken) =>
        reader.GetAsync<IdempotencyRecord>(Keys.Idempotency(callerKey, key), cancellationToken);
}
