using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Nots.Api.Json;

/// <summary>An answer in JSON.</summary>
internal sealed class JsonAnswer<T>(T value, JsonTypeInfo<T> shape, int status = StatusCodes.Status200OK, string? location = null) : IResult
{
    public T Value { get; } = value;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        if (location is not null)
            response.Headers.Location = location;
        return JsonOutput.WriteAsync(response, (Value, Shape: shape), static (writer, answer) =>
            System.Text.Json.JsonSerializer.Serialize(writer, answer.Value, answer.Shape));
    }
}
