using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Nots.Domain.Common;

namespace Nots.Api.Results;

/// <summary>Gives routing's answers to what is no operation (404, 405) our shape, and answers OPTIONS.</summary>
internal static class Unmatched
{
    public static readonly Refusal NotFound = new(ErrorCode.NotFound, "There is nothing at this address.");

    // As people list them; routing sorts them by name.
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    public static Task AnswerAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        return context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed
            ? AnswerWrongMethodAsync(context)
            : new ErrorResult(NotFound).ExecuteAsync(context);
    }

    /// <summary>The methods that routing found at the path, for a response to a wrong one.</summary>
    public static string Allowed(HttpResponse response)
    {
        var found = response.Headers.GetCommaSeparatedValues("Allow");
        return string.Join(", ", found.OrderBy(method => Array.IndexOf(Methods, method)));
    }

    /// <summary>
    /// A path that takes other methods is answered 405 with the code INVALID_REQUEST: the path is right and the request is not, and
    /// the contract's codes have none of its own for it.
    /// </summary>
    private static Task AnswerWrongMethodAsync(HttpContext context)
    {
        var allowed = Allowed(context.Response);
        context.Response.Headers.Allow = allowed;
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
        var refusal = new Refusal(ErrorCode.InvalidRequest, $"This address takes {allowed}.", Facts: new Dictionary<string, string> { ["allow"] = allowed });
        return new ErrorResult(refusal, StatusCodes.Status405MethodNotAllowed).ExecuteAsync(context);
    }
}
