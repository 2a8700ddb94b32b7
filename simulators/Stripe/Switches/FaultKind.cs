namespace Nots.StripeSimulator.Switches;

/// <summary>What may go wrong with an API call.</summary>
internal enum FaultKind
{
    /// <summary>500, <c>api_error</c>.</summary>
    Error,

    /// <summary>429, <c>rate_limit</c>.</summary>
    RateLimit,

    /// <summary>429, <c>lock_timeout</c>.</summary>
    LockTimeout,

    /// <summary>No answer: the connection is held for the delay and then cut.</summary>
    Timeout,

    /// <summary>No answer: the connection is cut at once.</summary>
    Reset,

    /// <summary>The right answer, late: the request is in progress for the delay.</summary>
    Slow,
}
