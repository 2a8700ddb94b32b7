using Nots.Api.Quotes;

namespace Nots.Api.Bookings;

/// <summary>The quote that a booking was made of, and its price.</summary>
internal sealed record BookedQuoteAnswer(string QuoteId, PricingAnswer Pricing);
