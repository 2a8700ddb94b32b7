namespace Nots.Application.Idempotency;

/// <summary>Reads idempotency records.</summary>
public interface IIdempotencyStore
{
    Task<IdempotencyRecord?> GetAsync(string callerKey, string key, CancellationToken cancellationToken);
}
