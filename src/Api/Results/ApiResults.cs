using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Nots.Api.Json;
using Nots.Domain.Common;

namespace Nots.Api.Results;

/// <summary>The results that operations return. TypedResults write JSON in chunks; these know its length, and write it at once.</summary>
internal static class ApiResults
{
    public static IResult Ok<T>(T value, JsonTypeInfo<T> shape) => new JsonResult<T>(value, shape, StatusCodes.Status200OK, null);

    /// <param name="value">What was created.</param>
    /// <param name="shape">Of its JSON.</param>
    /// <param name="location">Where it is; null when it has no address of its own.</param>
    public static IResult Created<T>(T value, JsonTypeInfo<T> shape, string? location) =>
        new JsonResult<T>(value, shape, StatusCodes.Status201Created, location);

    public static IResult Refused(Refusal refusal) => new ErrorResult(refusal);

    /// <summary>The value as JSON, or the refusal.</summary>
    public static IResult Ok<T, TResponse>(Result<T> result, Func<T, TResponse> map, JsonTypeInfo<TResponse> shape) =>
        result.Succeeded ? Ok(map(result.Value), shape) : Refused(result.Refusal);

    private sealed class JsonResult<T>(T value, JsonTypeInfo<T> shape, int status, string? location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = status;
            if (location is not null)
                response.Headers.Location = location;
            return JsonOutput.WriteAsync(response, (value, shape), static (writer, result) => JsonSerializer.Serialize(writer, result.value, result.shape));
        }
    }
}
