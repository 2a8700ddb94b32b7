using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Nots.Api.Authentication;
using Nots.Api.Pipeline;
using Nots.Application.Common;

namespace Nots.LocalHost.Ops;

/// <summary>
/// Asks the HTTP contract from inside the process, on behalf of whoever looks at a page. Nothing is decided here: token, access,
/// limits, audit and log are those of the contract's own pipeline, as for any other client.
/// </summary>
internal sealed class InProcessApi(ApiPipeline pipeline, Callers callers)
{
    /// <summary>Who the token's bearer is; null when it is not valid.</summary>
    /// <exception cref="ExternalServiceException">The issuer cannot be reached, so that nobody knows.</exception>
    public async Task<Caller?> CallerAsync(HttpContext visit, string token)
    {
        var caller = await callers.ReadAsync(RequestOf(visit, token), visit.Connection.RemoteIpAddress?.ToString());
        return caller.Succeeded ? caller.Value : null;
    }

    /// <param name="visit">The page's own request.</param>
    /// <param name="token">Of whoever asks.</param>
    /// <param name="endpoint">The operation.</param>
    /// <param name="query">Starts with a question mark, or is empty.</param>
    /// <param name="route">The parameters of the operation's route.</param>
    /// <param name="body">Sent as JSON; null where the operation takes none.</param>
    public async Task<ApiReply> AskAsync(
        HttpContext visit, string token, EndpointInfo endpoint, QueryString query = default, RouteValueDictionary? route = null, OpsControl? body = null)
    {
        using var answer = new MemoryStream();
        var request = RequestOf(visit, token);
        request.Request.Method = endpoint.Method;
        request.Request.QueryString = query;
        request.Request.RouteValues = route ?? [];
        request.Response.Body = answer;
        if (body is not null)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(body, OpsJson.Default.OpsControl);
            request.Request.ContentType = MediaTypeNames.Application.Json;
            request.Request.ContentLength = json.Length;
            request.Request.Body = new MemoryStream(json, writable: false);
        }
        await pipeline.InvokeAsync(request, endpoint);
        visit.RequestAborted.ThrowIfCancellationRequested();
        using var document = JsonDocument.Parse(answer.ToArray());
        return new ApiReply(request.Response.StatusCode, document.RootElement.Clone());
    }

    private static DefaultHttpContext RequestOf(HttpContext visit, string token)
    {
        var request = new DefaultHttpContext { RequestServices = visit.RequestServices, RequestAborted = visit.RequestAborted };
        request.Connection.RemoteIpAddress = visit.Connection.RemoteIpAddress;
        request.Request.Headers.Authorization = new StringValues($"Bearer {token}");
        return request;
    }
}
