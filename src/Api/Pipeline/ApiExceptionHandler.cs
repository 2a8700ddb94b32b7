using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Nots.Api.Reading;
using Nots.Api.Results;
using Nots.Application.Common;
using Nots.Application.Storage;
using Nots.Domain.Common;

namespace Nots.Api.Pipeline;

/// <summary>Answers exceptions: a client learns whether to try again, and nothing of what is inside.</summary>
internal sealed class ApiExceptionHandler(ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    // What describes a body that will not be sent.
    private static readonly HashSet<string> BodyHeaders = new(StringComparer.OrdinalIgnoreCase) { "Content-Type", "Content-Length", "Content-Encoding", "Location" };

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var operation = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint.OperationName() ?? OperationConventions.Unmatched;
        var error = ErrorFor(exception);
        if (error.Status == StatusCodes.Status500InternalServerError)
            AccessLog.Failed(logger, exception, operation, httpContext.TraceIdentifier);
        else if (exception is not BadHttpRequestException)
            AccessLog.Unavailable(logger, exception, operation, httpContext.TraceIdentifier);
        await error.ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>
    /// Keeps the headers that every answer carries. The exception handler of ASP.NET Core clears them, and then forbids caching in
    /// more headers than ours; what is registered here before it runs after it.
    /// </summary>
    public static async Task KeepHeadersAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (RestoreLater(context.Response))
        {
            throw;
        }
    }

    /// <returns>False: the exception goes on.</returns>
    private static bool RestoreLater(HttpResponse response)
    {
        if (response.HasStarted)
            return false;
        var kept = response.Headers.Where(header => !BodyHeaders.Contains(header.Key)).ToArray();
        response.OnStarting(static state =>
        {
            var (response, kept) = ((HttpResponse, KeyValuePair<string, StringValues>[]))state;
            response.Headers.Remove("Pragma");
            response.Headers.Remove("Expires");
            foreach (var (name, value) in kept)
                response.Headers[name] = value;
            return Task.CompletedTask;
        }, (response, kept));
        return false;
    }

    private static ErrorResult ErrorFor(Exception exception) => exception switch
    {
        ExternalServiceException { Transient: true } or StorageUnavailableException =>
            ErrorResult.Unavailable("A service that this needs is not available now; try again in a few seconds."),
        ExternalServiceException => new ErrorResult(new Refusal(ApiErrorCode.ExternalServiceError, "A service that this needs refused or failed.")),
        // The server's own limits, which a host may set tighter than ours, and requests cut off in the middle.
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new ErrorResult(
            new Refusal(ApiErrorCode.PayloadTooLarge, "The body is too large.")),
        BadHttpRequestException => new ErrorResult(new Refusal(ErrorCode.InvalidRequest, "The request could not be read to its end.")),
        _ => new ErrorResult(new Refusal(ApiErrorCode.InternalError, "Something went wrong on our side. Quote the request id when you report it.")),
    };
}
