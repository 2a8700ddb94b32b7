using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Nots.Api;
using Nots.Api.Authentication;
using Nots.Application.Common;

namespace Nots.LocalHost.Ops;

/// <summary>
/// Asks the HTTP contract from inside the process, on behalf of whoever looks at a page. Nothing is decided here: token, access,
/// limits, audit and log are those of the contract's own pipeline, as for any other client.
/// </summary>
internal sealed class InProcessApi(NotsPipeline pipeline, Callers callers, IServiceScopeFactory scopes)
{
    /// <summary>Who the token's bearer is; null when it is not valid.</summary>
    /// <exception cref="ExternalServiceException">The issuer cannot be reached, so that nobody knows.</exception>
    public async Task<Caller?> CallerAsync(HttpContext page, string token)
    {
        // A scope of its own: authentication remembers its answer for the one request of a scope.
        await using var scope = scopes.CreateAsyncScope();
        var request = RequestFor(page, token);
        request.RequestServices = scope.ServiceProvider;
        return await callers.AuthenticateAsync(request);
    }

    /// <summary>Reads.</summary>
    /// <param name="page">The page's own request.</param>
    /// <param name="token">Of whoever asks.</param>
    /// <param name="path">Of the operation.</param>
    /// <param name="query">Starts with a question mark, or is empty.</param>
    public Task<ApiReply> GetAsync(HttpContext page, string token, PathString path, QueryString query = default)
    {
        var request = RequestFor(page, token);
        request.Request.Method = HttpMethods.Get;
        request.Request.Path = path;
        request.Request.QueryString = query;
        return SendAsync(page, request);
    }

    /// <summary>Controls.</summary>
    /// <param name="page">The page's own request.</param>
    /// <param name="token">Of whoever asks.</param>
    /// <param name="path">Of the operation.</param>
    /// <param name="body">Sent as JSON.</param>
    public Task<ApiReply> PostAsync(HttpContext page, string token, PathString path, OpsControl body)
    {
        var request = RequestFor(page, token);
        var json = JsonSerializer.SerializeToUtf8Bytes(body, OpsJson.Default.OpsControl);
        request.Request.Method = HttpMethods.Post;
        request.Request.Path = path;
        request.Request.ContentType = MediaTypeNames.Application.Json;
        request.Request.ContentLength = json.Length;
        request.Request.Body = new MemoryStream(json, writable: false);
        return SendAsync(page, request);
    }

    private async Task<ApiReply> SendAsync(HttpContext page, DefaultHttpContext request)
    {
        await using var scope = scopes.CreateAsyncScope();
        request.RequestServices = scope.ServiceProvider;
        using var response = new MemoryStream();
        request.Response.Body = response;
        await pipeline.InvokeAsync(request);
        page.RequestAborted.ThrowIfCancellationRequested();
        using var document = JsonDocument.Parse(response.ToArray());
        return new ApiReply(request.Response.StatusCode, document.RootElement.Clone());
    }

    private static DefaultHttpContext RequestFor(HttpContext page, string token)
    {
        var request = new DefaultHttpContext { RequestAborted = page.RequestAborted };
        request.Connection.RemoteIpAddress = page.Connection.RemoteIpAddress;
        request.Request.Headers.Authorization = new StringValues($"Bearer {token}");
        return request;
    }
}
