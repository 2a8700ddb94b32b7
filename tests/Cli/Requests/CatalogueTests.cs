using Microsoft.AspNetCore.Routing;
using Nots.Api;

namespace Nots.Cli.Tests.Requests;

public sealed class CatalogueTests
{
    /// <summary>A local host's conveniences, which are no part of the contract.</summary>
    private const string Development = "dev/";

    /// <summary>Method and route of every operation, the route without its leading slash.</summary>
    private static readonly IReadOnlyList<(string Method, string Route)> Operations =
    [
        .. NotsEndpoints.All().Select(operation => (
            operation.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Single(), operation.RoutePattern.RawText!.TrimStart('/'))),
    ];

    [Fact]
    public void Every_operation_of_the_contract_has_a_request()
    {
        var without = Operations.Where(endpoint => !HttpFile.All.Any(request => request.IsOf(endpoint.Method, endpoint.Route)));

        Assert.Empty(without);
    }

    [Fact]
    public void Every_request_to_the_platform_is_of_an_operation_of_the_contract()
    {
        var unknown = HttpFile.All.Where(request =>
            request.PlatformPath is { } path
            && !path.StartsWith(Development, StringComparison.Ordinal)
            && !Operations.Any(endpoint => request.IsOf(endpoint.Method, endpoint.Route)));

        Assert.Empty(unknown);
    }
}
