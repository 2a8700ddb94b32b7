namespace Nots.Api.Quotes;

/// <summary>Whether a quote can be booked. An expired one is not found any more.</summary>
internal enum QuoteStatus
{
    Valid,
    Booked,
}
