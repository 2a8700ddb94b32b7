using Microsoft.AspNetCore.Http;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Pipeline;
using Nots.Application.Quotes;

namespace Nots.Api.Quotes;

/// <summary>Reads a quote back while it holds.</summary>
public sealed class QuotesGet(GetQuote getQuote) : IEndpoint
{
    public static EndpointInfo Info { get; } = new()
    {
        Name = "quotes-get",
        Tag = "Quotes",
        Method = HttpMethods.Get,
        Route = "v1/quotes/{quoteId}",
        Summary = "A quote; not found when unknown or expired",
        Access = Access.Anyone,
        Handler = typeof(QuotesGet),
        ResponseShape = ApiJson.Default.QuoteAnswer,
    };

    public async Task<IResult> HandleAsync(ApiRequest request)
    {
        var quote = await getQuote.ExecuteAsync(request.Route("quoteId"), request.Aborted);
        return Answers.Ok(quote, found => QuoteAnswer.Of(found, []), ApiJson.Default.QuoteAnswer);
    }
}
