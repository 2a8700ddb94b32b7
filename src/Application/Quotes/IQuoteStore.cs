using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Application.Quotes;

/// <summary>Reads quotes.</summary>
public interface IQuoteStore
{
    Task<Quote?> GetAsync(QuoteId quoteId, CancellationToken cancellationToken);
}
