namespace Nots.Application.Common;

/// <summary>
/// The secrets that links and cursors are signed with: the first signs, all of them verify, so that a rotation breaks nothing.
/// Each has 32 bytes or more.
/// </summary>
public sealed record SigningKeys(IReadOnlyList<byte[]> Keys);
