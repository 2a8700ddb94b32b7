using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nots.Api.Results;

namespace Nots.Api.Reading;

/// <summary>Reads what the endpoint says that it takes, or refuses the request: ids in the path, the query, the body.</summary>
internal static class ReadingMiddleware
{
    private const int MaxIdLength = 128;
    private static readonly QueryMetadata NoQuery = new([]);
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.:@");

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
            return next(context);
        if (!HasIds(context.Request))
            return new ErrorResult(Unmatched.NotFound).ExecuteAsync(context);
        var known = (endpoint.Metadata.GetMetadata<QueryMetadata>() ?? NoQuery).Parameters;
        var query = new QueryReader(context.Request, known);
        // An operation with parameters reports these together with what it finds itself.
        if (query.Faulty && known is [])
            return new ErrorResult(query.Faults.ToRefusal()).ExecuteAsync(context);
        context.Scope().Query = query;
        if (endpoint.Metadata.GetMetadata<BodyMetadata>() is not { } body)
            return next(context);
        return RequestBody.Refuse(context.Request, body) is { } refusal
            ? new ErrorResult(refusal).ExecuteAsync(context)
            : ReadAsync(context, body, next);
    }

    private static async Task ReadAsync(HttpContext context, BodyMetadata metadata, RequestDelegate next)
    {
        var body = await RequestBody.ReadAsync(context.Request, metadata.Limit);
        if (!body.Succeeded)
        {
            await new ErrorResult(body.Refusal).ExecuteAsync(context);
            return;
        }
        var scope = context.Scope();
        scope.Body = body.Value;
        if (metadata.Json is not null)
        {
            var json = RequestJson.Parse(body.Value.Bytes);
            if (!json.Succeeded)
            {
                await new ErrorResult(json.Refusal).ExecuteAsync(context);
                return;
            }
            scope.Json = json.Value;
        }
        await next(context);
    }

    /// <summary>Ids have letters, digits and a few marks. Anything else stands for nothing, and goes no further.</summary>
    private static bool HasIds(HttpRequest request)
    {
        foreach (var (_, value) in request.RouteValues)
        {
            if (value is string text && (text.Length > MaxIdLength || text.AsSpan().ContainsAnyExcept(IdCharacters)))
                return false;
        }
        return true;
    }
}
