namespace Nots.Api.Status;

/// <summary>How the platform is, in a word.</summary>
internal sealed record StatusAnswer(string Status);
