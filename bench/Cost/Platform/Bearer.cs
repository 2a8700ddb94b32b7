namespace Nots.Cost.Bench.Platform;

/// <summary>Somebody who is signed in.</summary>
/// <param name="Role">As the identity provider's group.</param>
internal sealed record Bearer(string UserId, string Role);
