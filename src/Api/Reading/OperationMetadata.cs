using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Nots.Api.Reading;

/// <summary>A query parameter or header that an operation understands.</summary>
/// <param name="Name">As sent.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Type">Its JSON type: <c>string</c>, <c>integer</c> or <c>boolean</c>.</param>
/// <param name="Values">What it must be one of; null for anything.</param>
/// <param name="Required">Whether the operation refuses to go without.</param>
internal sealed record ParameterInfo(
    string Name, string Description, string Type = "string", IReadOnlyCollection<string>? Values = null, bool Required = false)
{
    /// <summary>How many entries of a list, and where it goes on: of every list.</summary>
    public static IReadOnlyList<ParameterInfo> Paging { get; } =
    [
        new("limit", "How many entries, 1 to 100; 20 unless told.", "integer"),
        new("cursor", "Where the page before ended: its nextCursor."),
    ];
}

/// <summary>The query parameters that an operation understands; without this it takes none.</summary>
/// <param name="Parameters">Others are refused; null when the query is not looked at.</param>
internal sealed record QueryMetadata(IReadOnlyList<ParameterInfo>? Parameters);

/// <summary>A header that an operation understands beyond those of every operation.</summary>
internal sealed record HeaderMetadata(ParameterInfo Header);

/// <summary>That an operation takes a body, which the pipeline reads before it.</summary>
/// <param name="Json">The shape of the JSON object; null for bytes as they come.</param>
/// <param name="Limit">Bytes of the longest.</param>
internal sealed record BodyMetadata(JsonTypeInfo? Json, int Limit);

/// <summary>The shape of an operation's successful response.</summary>
internal sealed record ResponseMetadata(JsonTypeInfo Json, int Status) : IProducesResponseTypeMetadata
{
    public Type Type => Json.Type;

    int IProducesResponseTypeMetadata.StatusCode => Status;

    public IEnumerable<string> ContentTypes => ["application/json"];
}

/// <summary>Statuses of refusals beyond those that follow from the rest.</summary>
internal sealed record RefusalMetadata(IReadOnlyList<int> Statuses);

/// <summary>Says of an endpoint what it takes and gives, for the pipeline that reads it and for OpenAPI.</summary>
internal static class OperationConventions
{
    /// <summary>In place of a name, of whatever is no operation.</summary>
    public const string Unmatched = "unmatched";

    private const int JsonBodyLimit = 1024 * 1024;

    public static string OperationName(this Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? Unmatched;

    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder endpoint, params IReadOnlyList<ParameterInfo> parameters) =>
        endpoint.WithMetadata(new QueryMetadata(parameters));

    /// <summary>Whoever asks may add what they like, such as a monitor that must get past a cache.</summary>
    public static RouteHandlerBuilder WithAnyQuery(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new QueryMetadata(null));

    public static RouteHandlerBuilder WithHeader(this RouteHandlerBuilder endpoint, ParameterInfo header) => endpoint.WithMetadata(new HeaderMetadata(header));

    public static RouteHandlerBuilder ReadsJson(this RouteHandlerBuilder endpoint, JsonTypeInfo shape) =>
        endpoint.WithMetadata(new BodyMetadata(shape, JsonBodyLimit));

    /// <summary>Bytes as they come, for a signature over them.</summary>
    public static RouteHandlerBuilder ReadsBytes(this RouteHandlerBuilder endpoint, int limit) => endpoint.WithMetadata(new BodyMetadata(null, limit));

    public static RouteHandlerBuilder ReturnsJson(this RouteHandlerBuilder endpoint, JsonTypeInfo shape, int status = StatusCodes.Status200OK) =>
        endpoint.WithMetadata(new ResponseMetadata(shape, status));

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses) => endpoint.WithMetadata(new RefusalMetadata(statuses));
}
