using Microsoft.AspNetCore.Http;

namespace Nots.Api.Errors;

/// <summary>A status and nothing else.</summary>
internal sealed class EmptyAnswer(int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
