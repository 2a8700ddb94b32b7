using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Application.Quotes;

/// <summary>Reads a quote back while it holds.</summary>
public sealed class GetQuote(IQuoteStore quotes, TimeProvider time)
{
    /// <summary>The quote; not found when unknown or expired.</summary>
    public async Task<Result<Quote>> ExecuteAsync(string quoteId, CancellationToken cancellationToken)
    {
        var quote = QuoteId.TryParse(quoteId, out var id) ? await quotes.GetAsync(id, cancellationToken) : null;
        return quote is null || time.GetUtcNow() >= quote.ExpiresAt ? Refusal.NotFound("quote") : quote;
    }
}
