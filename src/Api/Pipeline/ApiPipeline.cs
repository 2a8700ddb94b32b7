using System.Buffers;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nots.Api.Authentication;
using Nots.Api.Errors;
using Nots.Api.Json;
using Nots.Api.Limits;
using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Api.Pipeline;

/// <summary>
/// Carries out one operation over HTTP, in an order that is the same in every host: request id, headers, CORS, authentication,
/// rate limit, authorization, body, operation, log. It needs nothing of a host but the <see cref="HttpContext"/>.
/// </summary>
public sealed class ApiPipeline(
    ApiOptions options, Callers callers, RateLimiter limiter, IIdSource ids, TimeProvider time, IServiceProvider services, ILogger<ApiPipeline> logger)
{
    private const string Unmatched = "unmatched";
    private const int LongestId = 128;
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.:@");
    private static readonly Refusal Nothing = new(ErrorCode.NotFound, "There is nothing at this address.");

    private readonly CrossOrigin _crossOrigin = new(options.AllowedOrigins);
    private readonly RouteTable _routes = new(Catalogue.All);
    private readonly IPNetwork[] _trustedProxies = [.. options.TrustedProxies.Select(network => IPNetwork.Parse(network))];

    /// <summary>Answers a request for an operation. Never throws for what goes wrong in it.</summary>
    public Task InvokeAsync(HttpContext context, EndpointInfo endpoint) => RunAsync(context, endpoint.Name, visit => AnswerAsync(visit, endpoint));

    /// <summary>Answers a request for which there is no operation: preflights, wrong methods, unknown paths.</summary>
    public Task InvokeUnmatchedAsync(HttpContext context) => RunAsync(context, Unmatched, visit => Task.FromResult(Miss(visit.Context)));

    private async Task RunAsync(HttpContext context, string endpoint, Func<Visit, Task<IResult>> answer)
    {
        var started = time.GetTimestamp();
        RequestIds.Assign(context, ids);
        SecurityHeaders.Set(context.Response.Headers);
        _crossOrigin.Set(context);
        using var visit = new Visit(context);
        using var span = ApiTelemetry.Start(endpoint);
        try
        {
            var result = await answer(visit);
            await result.ExecuteAsync(context);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            AccessLog.Abandoned(logger, endpoint, time.GetElapsedTime(started).TotalMilliseconds, context.TraceIdentifier);
            return;
        }
        catch (Exception exception)
        {
            await FailAsync(context, endpoint, exception);
        }
        var took = time.GetElapsedTime(started);
        ApiTelemetry.Answered(span, endpoint, context.Response.StatusCode, took);
        AccessLog.Answered(logger, endpoint, context.Response.StatusCode, took.TotalMilliseconds, RoleName(visit.Caller), context.TraceIdentifier);
    }

    private async Task<IResult> AnswerAsync(Visit visit, EndpointInfo endpoint)
    {
        var context = visit.Context;
        var address = ClientAddress.Of(context, _trustedProxies);
        var caller = await callers.ReadAsync(context, address.Text);
        visit.Caller = caller.Succeeded ? caller.Value : null;
        if (endpoint.Limited && limiter.Check(visit.Caller, address, context.Response) is { } tooMany)
            return Answers.Refused(tooMany);
        if (!caller.Succeeded)
            return Unauthorized(context, caller.Refusal, "Bearer error=\"invalid_token\"");
        if (!endpoint.Access.Permits(caller.Value))
            return Deny(context, caller.Value);
        if (!HasSaneRoute(context.Request))
            return Answers.Refused(Nothing);
        return await HandleAsync(visit, endpoint, caller.Value);
    }

    private async Task<IResult> HandleAsync(Visit visit, EndpointInfo endpoint, Caller caller)
    {
        var context = visit.Context;
        var query = new QueryFields(context.Request, endpoint);
        // An operation with parameters reports these together with what it finds itself.
        if (query.Faulty && endpoint.Query is [])
            return Answers.Refused(query.Faults.ToRefusal());
        if (RequestBody.Refuse(context.Request, endpoint) is { } refusal)
            return Answers.Refused(refusal);
        JsonFields? json = null;
        if (endpoint.Body != BodyKind.None)
        {
            var body = await RequestBody.ReadAsync(context.Request, endpoint);
            if (!body.Succeeded)
                return Answers.Refused(body.Refusal);
            visit.Body = body.Value;
        }
        if (endpoint.Body == BodyKind.Json)
        {
            var document = JsonBody.Parse(visit.Body!.Bytes);
            if (!document.Succeeded)
                return Answers.Refused(document.Refusal);
            visit.Json = document.Value;
            json = JsonFields.Of(document.Value.RootElement);
        }
        var handler = (IEndpoint)services.GetRequiredService(endpoint.Handler);
        return await handler.HandleAsync(new ApiRequest(context, caller, query, visit.Body?.Bytes ?? default, json));
    }

    /// <summary>
    /// A path that takes other methods is answered 405 with the code INVALID_REQUEST: the path is right and the request is not, and
    /// the contract's codes have none of its own for it.
    /// </summary>
    private IResult Miss(HttpContext context)
    {
        var methods = _routes.MethodsOf(context.Request.Path.Value ?? "");
        if (methods.Count == 0)
            return Answers.Refused(Nothing);
        var allowed = string.Join(", ", methods);
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            _crossOrigin.Preflight(context, allowed);
            return new EmptyAnswer(StatusCodes.Status204NoContent);
        }
        context.Response.Headers.Allow = allowed;
        return new ErrorAnswer(
            new Refusal(ErrorCode.InvalidRequest, $"This address takes {allowed}.", Facts: new Dictionary<string, string> { ["allow"] = allowed }),
            StatusCodes.Status405MethodNotAllowed);
    }

    private static IResult Deny(HttpContext context, Caller caller) => caller.Role is { } role
        ? Answers.Refused(new Refusal(ErrorCode.Forbidden, $"This is not for the role {Wire.Name(role)}."))
        : Unauthorized(context, new Refusal(ErrorCode.Unauthorized, "An access token is needed."), "Bearer");

    private static IResult Unauthorized(HttpContext context, Refusal refusal, string challenge)
    {
        context.Response.Headers.WWWAuthenticate = challenge;
        return Answers.Refused(refusal);
    }

    /// <summary>Ids have letters, digits and a few marks. Anything else stands for nothing, and goes no further.</summary>
    private static bool HasSaneRoute(HttpRequest request)
    {
        foreach (var (_, value) in request.RouteValues)
        {
            if (value is string text && (text.Length > LongestId || text.AsSpan().ContainsAnyExcept(IdCharacters)))
                return false;
        }
        return true;
    }

    private async Task FailAsync(HttpContext context, string endpoint, Exception exception)
    {
        var answer = FaultAnswers.For(exception);
        if (answer.Status == StatusCodes.Status500InternalServerError)
            AccessLog.Failed(logger, exception, endpoint, context.TraceIdentifier);
        else if (FaultAnswers.IsOurs(exception))
            AccessLog.Unavailable(logger, exception, endpoint, context.TraceIdentifier);
        if (context.Response.HasStarted)
        {
            // Half an answer must not look like a whole one.
            context.Abort();
            return;
        }
        await answer.ExecuteAsync(context);
    }

    private static string RoleName(Caller? caller) => caller?.Role is { } role ? Wire.Name<Role>(role) : "guest";

    /// <summary>What one request holds on to until it is over.</summary>
    private sealed class Visit(HttpContext context) : IDisposable
    {
        public HttpContext Context { get; } = context;

        public Caller? Caller { get; set; }

        public RequestBody? Body { get; set; }

        public JsonDocument? Json { get; set; }

        public void Dispose()
        {
            Json?.Dispose();
            Body?.Dispose();
        }
    }
}
