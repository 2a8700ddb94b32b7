using Nots.StripeSimulator.Store;

namespace Nots.StripeSimulator.Http;

/// <summary>One request of Stripe's API, read and allowed, and the database it works on.</summary>
/// <param name="Id">The object that the path names; empty where it names none.</param>
/// <param name="BaseAddress">Where the caller reached the simulator.</param>
/// <param name="Publishable">Made with the publishable key, from a browser: its client secret is all that allows it.</param>
internal sealed record ApiCall(
    Database Database,
    Parameters Parameters,
    string Id,
    string RequestId,
    string? IdempotencyKey,
    Uri BaseAddress,
    bool Publishable,
    DateTimeOffset Now)
{
    /// <summary>Unix seconds.</summary>
    public long NowSeconds => Now.ToUnixTimeSeconds();
}
