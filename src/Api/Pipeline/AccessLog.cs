using Microsoft.Extensions.Logging;

namespace Nots.Api.Pipeline;

/// <summary>What is logged of requests: never a path, a query, an address or a name, only what operations need.</summary>
internal static partial class AccessLog
{
    [LoggerMessage(1, LogLevel.Information, "{Endpoint} {Status} in {Milliseconds:0.0} ms for {Role}, request {RequestId}")]
    public static partial void Answered(ILogger logger, string endpoint, int status, double milliseconds, string role, string requestId);

    [LoggerMessage(2, LogLevel.Information, "{Endpoint} was left by the client after {Milliseconds:0.0} ms, request {RequestId}")]
    public static partial void Abandoned(ILogger logger, string endpoint, double milliseconds, string requestId);

    [LoggerMessage(3, LogLevel.Error, "{Endpoint} failed, request {RequestId}")]
    public static partial void Failed(ILogger logger, Exception exception, string endpoint, string requestId);

    [LoggerMessage(4, LogLevel.Warning, "{Endpoint} needs something that is not available, request {RequestId}")]
    public static partial void Unavailable(ILogger logger, Exception exception, string endpoint, string requestId);
}
