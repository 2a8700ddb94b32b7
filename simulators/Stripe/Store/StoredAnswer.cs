namespace Nots.StripeSimulator.Store;

/// <summary>What an idempotency key was used for, and what was answered.</summary>
/// <param name="Parameters">A hash of the request's parameters.</param>
internal sealed record StoredAnswer(string Path, byte[] Parameters, int Status, string RequestId, byte[] Body);
