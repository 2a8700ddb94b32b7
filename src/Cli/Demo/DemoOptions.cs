namespace Nots.Cli.Demo;

/// <summary>How a demo is run.</summary>
/// <param name="Url">Where the platform listens.</param>
/// <param name="Stripe">Where the Stripe simulator listens.</param>
/// <param name="Journeys">The file of journeys; null for the repository's.</param>
/// <param name="Parallel">How many journeys go on at a time.</param>
/// <param name="Json">Whether the report is for a program.</param>
/// <param name="Timeout">How long any one thing is waited for.</param>
/// <param name="Start">Whether to start a platform of its own, with short policies, and stop it afterwards.</param>
/// <param name="Store">What such a platform keeps its table in.</param>
internal sealed record DemoOptions(Uri Url, Uri Stripe, string? Journeys, int Parallel, bool Json, TimeSpan Timeout, bool Start, string Store = "sqlite");
