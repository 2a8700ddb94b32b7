namespace Nots.Api.Status;

/// <summary>That the platform can serve, and what it looked at.</summary>
/// <param name="Status"><c>ready</c>; when it is not, the answer is a refusal.</param>
internal sealed record ReadinessAnswer(string Status, IReadOnlyList<ReadinessCheckAnswer> Checks);

/// <summary>One check.</summary>
internal sealed record ReadinessCheckAnswer(string Name, bool Ok);
