using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Nots.Api.Json;
using Nots.Domain.Common;

namespace Nots.Api.Errors;

/// <summary>The answers that operations give.</summary>
internal static class Answers
{
    public static IResult Ok<T>(T value, JsonTypeInfo<T> shape) => new JsonAnswer<T>(value, shape);

    public static IResult Created<T>(T value, JsonTypeInfo<T> shape, string? location) =>
        new JsonAnswer<T>(value, shape, StatusCodes.Status201Created, location);

    public static IResult Refused(Refusal refusal) => new ErrorAnswer(refusal);

    /// <summary>The value as JSON, or the refusal.</summary>
    public static IResult Ok<T, TShape>(Result<T> result, Func<T, TShape> map, JsonTypeInfo<TShape> shape) =>
        result.Succeeded ? Ok(map(result.Value), shape) : Refused(result.Refusal);
}
