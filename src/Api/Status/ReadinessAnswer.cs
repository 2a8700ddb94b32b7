namespace Nots.Api.Status;

/// <summary>Whether the platform can serve, and what it looked at.</summary>
/// <param name="Status"><c>ready</c> or <c>not_ready</c>.</param>
internal sealed record ReadinessAnswer(string Status, IReadOnlyList<ReadinessCheckAnswer> Checks);

/// <summary>One check.</summary>
internal sealed record ReadinessCheckAnswer(string Name, bool Ok);
