using System.Text.RegularExpressions;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Nots.Api.Authentication;
using Nots.Api.Reading;

namespace Nots.Api.Tests.Support;

/// <summary>An operation of the contract, as its endpoint tells it.</summary>
internal sealed partial class Operation(RouteEndpoint endpoint)
{
    /// <summary>Every operation of the contract.</summary>
    public static IReadOnlyList<Operation> All { get; } = [.. NotsEndpoints.All().Select(endpoint => new Operation(endpoint))];

    public string Name => Find<IEndpointNameMetadata>()!.EndpointName;

    public string Method => Find<IHttpMethodMetadata>()!.HttpMethods.Single();

    /// <summary>With a leading slash.</summary>
    public string Route => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    public Access Access => Find<Access>()!;

    public BodyMetadata? Body => Find<BodyMetadata>();

    public IReadOnlyList<ParameterInfo> Query => Find<QueryMetadata>()?.Parameters ?? [];

    public IEnumerable<ParameterInfo> Headers => endpoint.Metadata.GetOrderedMetadata<HeaderMetadata>().Select(header => header.Header);

    public ResponseMetadata? Response => Find<ResponseMetadata>();

    public bool Limited => Find<DisableRateLimitingAttribute>() is null;

    /// <summary>The route with an id of nothing in place of its parameters.</summary>
    public string Path => Parameter().Replace(Route, "x_1");

    private T? Find<T>()
        where T : class => endpoint.Metadata.GetMetadata<T>();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}
