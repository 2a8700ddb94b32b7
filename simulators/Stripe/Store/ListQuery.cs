namespace Nots.StripeSimulator.Store;

/// <summary>Which page of a list. At most one of the cursors is given.</summary>
/// <param name="After">Older than this object.</param>
/// <param name="Before">Newer than this object.</param>
/// <param name="CreatedFrom">Unix seconds, inclusive.</param>
/// <param name="CreatedTo">Unix seconds, inclusive.</param>
internal sealed record ListQuery(
    int Limit,
    (long Created, long Sequence)? After,
    (long Created, long Sequence)? Before,
    long CreatedFrom,
    long CreatedTo,
    string? Link);
