namespace Nots.Domain.Common;

/// <summary>
/// The kind of a refusal. These are the kinds that the business has; an adapter that refuses for reasons of its own, such as a
/// request that it cannot read, adds kinds of its own.
/// </summary>
/// <param name="Name">Stable, for programs.</param>
public sealed record ErrorCode(string Name)
{
    public static readonly ErrorCode InvalidRequest = new("INVALID_REQUEST");
    public static readonly ErrorCode Forbidden = new("FORBIDDEN");
    public static readonly ErrorCode NotFound = new("NOT_FOUND");
    public static readonly ErrorCode Conflict = new("CONFLICT");
}
