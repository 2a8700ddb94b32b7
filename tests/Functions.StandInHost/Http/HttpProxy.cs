using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Nots.Functions.StandInHost.Worker;
using Nots.Functions.StandInHost.Worker.Protocol;

namespace Nots.Functions.StandInHost.Http;

/// <summary>
/// Hands requests over to the worker as the Functions host does: the invocation by gRPC, the request itself by HTTP, joined by a
/// header. While no worker is ready a request waits, for a time; one whose worker ends is answered 502.
/// </summary>
internal sealed class HttpProxy(Invocations invocations) : IDisposable
{
    private const string InvocationHeader = "x-ms-invocation-id";

    private static readonly TimeSpan WorkerWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenConnects = TimeSpan.FromMilliseconds(20);
    private static readonly HashSet<string> OfOneConnection = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Proxy-Connection" };

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    });

    public async Task HandleAsync(HttpContext context)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        waiting.CancelAfter(WorkerWithin);
        WorkerConnection worker;
        try
        {
            worker = await invocations.WorkerAsync(waiting.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WorkerStartException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        if (new HttpRoutes(worker.Functions.Values).Find(context.Request) is not { } found)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await AnswerAsync(context, worker, found.Function, found.Values.ToDictionary(value => value.Key, value => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? ""));
    }

    public void Dispose() => _http.Dispose();

    private async Task AnswerAsync(HttpContext context, WorkerConnection worker, WorkerFunction function, Dictionary<string, string> values)
    {
        var invocationId = Guid.NewGuid().ToString();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, worker.Lost);
        var invocation = invocations.InvokeAsync(worker, function, new TypedData { Http = new RpcHttp() }, values, invocationId, Trace(context.Request));
        try
        {
            using var response = await SendAsync(context, worker.HttpAddress!, invocationId, either.Token);
            // Read to its end before the invocation is waited for: a function ends only when its answer was taken.
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            await invocation;
            await WriteAsync(context.Response, response, body);
        }
        catch (FunctionFailedException)
        {
            // The worker has answered with an empty 200 by then.
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested && fault is HttpRequestException or WorkerLostException or OperationCanceledException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
        finally
        {
            _ = invocation.ContinueWith(ended => ended.Exception, TaskScheduler.Default);
        }
    }

    /// <summary>A worker that has just loaded its functions may not listen yet: what could not be connected was not sent.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpContext context, Uri worker, string invocationId, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var request = Forwarded(context, worker, invocationId);
                return await _http.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.ConnectionError && Stopwatch.GetElapsedTime(started) < WorkerWithin)
            {
                await Task.Delay(BetweenConnects, cancellationToken);
            }
        }
    }

    private static RpcTraceContext Trace(HttpRequest request) => new()
    {
        TraceParent = Activity.Current?.Id ?? request.Headers.TraceParent.ToString(),
        TraceState = Activity.Current?.TraceStateString ?? request.Headers.TraceState.ToString(),
    };

    private static HttpRequestMessage Forwarded(HttpContext context, Uri worker, string invocationId)
    {
        var request = context.Request;
        var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(worker, request.Path.ToUriComponent() + request.QueryString.ToUriComponent()));
        if (request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0)
            forwarded.Content = new StreamContent(request.Body);
        foreach (var (name, value) in request.Headers.Where(header => !OfOneConnection.Contains(header.Key)))
            Add(forwarded, name, value);
        Set(forwarded, "X-Forwarded-For", $"{context.Connection.RemoteIpAddress}");
        Set(forwarded, "X-Forwarded-Proto", request.Scheme);
        Set(forwarded, "X-Forwarded-Host", request.Host.Value ?? "");
        Set(forwarded, InvocationHeader, invocationId);
        return forwarded;
    }

    private static void Add(HttpRequestMessage request, string name, StringValues values)
    {
        if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
    }

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }

    private static async Task WriteAsync(HttpResponse answer, HttpResponseMessage response, byte[] body)
    {
        answer.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => !OfOneConnection.Contains(header.Key)))
            answer.Headers[name] = values.ToArray();
        if (body.Length > 0)
            await answer.Body.WriteAsync(body);
    }
}
