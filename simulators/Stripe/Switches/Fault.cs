namespace Nots.StripeSimulator.Switches;

/// <summary>The next API calls that go wrong.</summary>
/// <param name="Path">The calls whose path begins so.</param>
/// <param name="Next">How many.</param>
/// <param name="AfterWork">
/// The work is done and kept under its idempotency key, and only the answer is lost; otherwise nothing is done.
/// </param>
/// <param name="Delay">For a time-out or a slow answer.</param>
internal sealed record Fault(FaultKind Kind, string Path, int Next, bool AfterWork, TimeSpan Delay);
