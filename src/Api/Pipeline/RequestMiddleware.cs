using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Nots.Api.Reading;
using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Users;

namespace Nots.Api.Pipeline;

/// <summary>
/// The outermost part that is ours: an id for the request, headers that every answer carries, a span, and one line in the access log.
/// It stands behind routing, which tells it the operation.
/// </summary>
/// <param name="answersOrigins">Whether pages of other origins may call, so that responses vary by origin.</param>
internal sealed class RequestMiddleware(RequestDelegate next, bool answersOrigins, IIdSource ids, TimeProvider time, ILogger<RequestMiddleware> logger)
{
    private const string RequestId = "X-Request-Id";
    private const int MaxIdLength = 100;

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.");
    private static readonly StringValues TransportSecurity = "max-age=31536000; includeSubDomains";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Deny = "DENY";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues Origin = "Origin";

    // A browser must not run or show anything in a JSON response.
    private static readonly StringValues ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        AssignId(context);
        SetHeaders(context.Response.Headers);
        using var scope = new RequestScope();
        context.Features.Set(scope);
        var operation = context.GetEndpoint().OperationName();
        using var span = ApiTelemetry.Start(operation);
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            // The response had begun, or it would have been answered. A client must not take half of one for a whole one.
            AccessLog.Failed(logger, exception, operation, context.TraceIdentifier);
            context.Abort();
            return;
        }
        var took = time.GetElapsedTime(started);
        if (context.Response.StatusCode == StatusCodes.Status499ClientClosedRequest)
        {
            AccessLog.Abandoned(logger, operation, took.TotalMilliseconds, context.TraceIdentifier);
            return;
        }
        ApiTelemetry.Answered(span, operation, context.Response.StatusCode, took);
        AccessLog.Answered(logger, operation, context.Response.StatusCode, took.TotalMilliseconds, RoleOf(scope.Caller), context.TraceIdentifier);
    }

    /// <summary>The client's own id where it is sane, a new one otherwise. Logs and errors carry it.</summary>
    private void AssignId(HttpContext context)
    {
        var id = context.Request.Headers[RequestId] is [{ Length: > 0 and <= MaxIdLength } sent] && !sent.AsSpan().ContainsAnyExcept(IdCharacters)
            ? sent
            : ids.New("req");
        context.TraceIdentifier = id;
        context.Response.Headers[RequestId] = id;
    }

    private void SetHeaders(IHeaderDictionary headers)
    {
        headers.StrictTransportSecurity = TransportSecurity;
        headers.XContentTypeOptions = NoSniff;
        headers.XFrameOptions = Deny;
        headers["Referrer-Policy"] = NoReferrer;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.CacheControl = NoStore;
        if (answersOrigins)
            headers.Vary = Origin;
    }

    private static string RoleOf(Caller? caller) => caller?.Role is { } role ? Wire.Name<Role>(role) : "guest";
}
