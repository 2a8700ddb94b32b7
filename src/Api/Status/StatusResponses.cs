namespace Nots.Api.Status;

/// <summary>How the platform is, in a word.</summary>
internal sealed record StatusResponse(string Status);

/// <summary>That the platform can serve, and what it looked at.</summary>
/// <param name="Status"><c>ready</c>; when it is not, the answer is a refusal.</param>
internal sealed record ReadinessResponse(string Status, IReadOnlyList<ReadinessCheckResponse> Checks);

/// <summary>One check.</summary>
internal sealed record ReadinessCheckResponse(string Name, bool Ok);
