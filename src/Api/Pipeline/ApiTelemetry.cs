using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Nots.Api.Pipeline;

/// <summary>Spans and metrics of requests, under the name <c>Nots.Api</c>. Costs next to nothing while nobody listens.</summary>
internal static class ApiTelemetry
{
    public const string Name = "Nots.Api";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "nots.api.request.duration", "s", "Duration of requests, by operation and status; their number is its count.");

    public static Activity? Start(string operation) => Source.StartActivity(operation);

    public static void Answered(Activity? span, string operation, int status, TimeSpan took)
    {
        Duration.Record(took.TotalSeconds, new("endpoint", operation), new("status", status));
        span?.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
            span?.SetStatus(ActivityStatusCode.Error);
    }
}

/// <summary>What is logged of requests: never a path, a query, an address or a name, only what operations need.</summary>
internal static partial class AccessLog
{
    [LoggerMessage(1, LogLevel.Information, "{Operation} {Status} in {Milliseconds:0.0} ms for {Role}, request {RequestId}")]
    public static partial void Answered(ILogger logger, string operation, int status, double milliseconds, string role, string requestId);

    [LoggerMessage(2, LogLevel.Information, "{Operation} was abandoned by the client after {Milliseconds:0.0} ms, request {RequestId}")]
    public static partial void Abandoned(ILogger logger, string operation, double milliseconds, string requestId);

    [LoggerMessage(3, LogLevel.Error, "{Operation} failed, request {RequestId}")]
    public static partial void Failed(ILogger logger, Exception exception, string operation, string requestId);

    [LoggerMessage(4, LogLevel.Warning, "{Operation} needs something that is not available, request {RequestId}")]
    public static partial void Unavailable(ILogger logger, Exception exception, string operation, string requestId);
}
