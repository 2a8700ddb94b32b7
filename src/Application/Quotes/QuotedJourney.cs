using Nots.Domain.Quotes;

namespace Nots.Application.Quotes;

/// <summary>The quotes that a request got: the one asked for first, then (when comparing) one of every other class that fits.</summary>
public sealed record QuotedJourney(Quote Quote, IReadOnlyList<Quote> Options);
