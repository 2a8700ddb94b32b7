using Nots.Domain.Common;

namespace Nots.Application.Idempotency;

/// <summary>
/// That a request was carried out. Written in the request's own transaction, so there is no moment at which the work is done
/// and the record is not there, or the other way round.
/// </summary>
public sealed record IdempotencyRecord : Entity
{
    /// <summary>Keys are the caller's own: two users' equal keys are different. Guests are one caller.</summary>
    public required string CallerKey { get; init; }

    /// <summary>The header's value.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the request, hexadecimal.</summary>
    public required string RequestHash { get; init; }

    /// <summary>What the request made: a repeat is answered with it.</summary>
    public required string ResultId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
