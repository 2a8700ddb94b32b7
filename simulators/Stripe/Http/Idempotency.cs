using System.Collections.Concurrent;
using Nots.StripeSimulator.Store;

namespace Nots.StripeSimulator.Http;

/// <summary>
/// Stripe's idempotency keys (docs.stripe.com/api/idempotent_requests): the first answer is kept in the transaction of its
/// work, and given again to the same request for 24 hours.
/// </summary>
internal sealed class Idempotency(SimulatorOptions options)
{
    private const int PruneEvery = 1024;

    private readonly ConcurrentDictionary<string, byte> _inProgress = new();
    private int _saved;

    /// <summary>Takes the key for the time of the request.</summary>
    /// <exception cref="ApiException">Another request has it now.</exception>
    public void Enter(string key)
    {
        if (key.Length > 255)
            throw ApiException.Invalid("Idempotency keys must be at most 255 characters long.");
        if (!_inProgress.TryAdd(key, 0))
            throw ApiException.KeyInUse(key);
    }

    public void Leave(string key) => _inProgress.TryRemove(key, out _);

    /// <summary>The first answer to this request; null when it is the first.</summary>
    /// <exception cref="ApiException">The key was used for another request.</exception>
    public Answer? Replay(ApiCall call, string path)
    {
        if (call.IdempotencyKey is not { } key)
            return null;
        if (call.Database.FindAnswer(key, NotBefore(call)) is not { } stored)
            return null;
        if (stored.Path != path)
        {
            throw ApiException.IdempotencyMismatch(
                $"Keys for idempotent requests can only be used for the same endpoint they were first used for ('{path}' vs '{stored.Path}'). Try using a key other than '{key}' if you meant to execute a different request.");
        }

        return stored.Parameters.AsSpan().SequenceEqual(call.Parameters.Fingerprint())
            ? new Answer(stored.Status, stored.Body, stored.RequestId)
            : throw ApiException.IdempotencyMismatch(
                $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}' if you meant to execute a different request.");
    }

    public void Keep(ApiCall call, string path, Answer answer)
    {
        if (call.IdempotencyKey is not { } key)
            return;
        call.Database.SaveAnswer(
            key, call.NowSeconds, new StoredAnswer(path, call.Parameters.Fingerprint(), answer.Status, call.RequestId, answer.Body));
        if (++_saved % PruneEvery == 0)
            call.Database.PruneAnswers(NotBefore(call));
    }

    private long NotBefore(ApiCall call) => call.NowSeconds - (long)options.IdempotencyLifetime.TotalSeconds;
}
