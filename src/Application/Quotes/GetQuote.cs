using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Application.Quotes;

/// <summary>Reads a quote back while it holds.</summary>
public sealed class GetQuote(IQuoteStore quotes, TimeProvider time)
{
    /// <summary>The quote; not found when unknown or expired.</summary>
    public async Task<Result<Quote>> ExecuteAsync(string quoteId, CancellationToken cancellationToken)
    {
        var quote = await quotes.GetAsync(quoteId, cancellationToken);
        return quote is null || time.GetUtcNow() >= quote.ExpiresAt ? Refusal.NotFound("quote") : quote;
    }
}
