using Nots.Application.Quotes;
using Nots.Domain.Common;
using Nots.Domain.Quotes;
using Nots.Storage.Entities;

namespace Nots.Storage.Quotes;

/// <summary>Quotes in the single table.</summary>
internal sealed class QuoteStore(EntityReader reader) : IQuoteStore
{
    public Task<Quote?> GetAsync(QuoteId quoteId, CancellationToken cancellationToken) =>
        reader.GetAsync<Quote>(Keys.Quote(quoteId), cancellationToken);
}
