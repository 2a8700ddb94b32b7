using Nots.Api;

namespace Nots.Cli.Tests.Requests;

public sealed class CatalogueTests
{
    /// <summary>What a host offers beside the contract's operations: the contract's description, and a local host's conveniences.</summary>
    private static readonly string[] Beside = ["openapi/v1.json", "docs", "dev/"];

    [Fact]
    public void Every_operation_of_the_contract_has_a_request()
    {
        var without = Catalogue.All.Where(endpoint => !HttpFile.All.Any(request => request.IsOf(endpoint.Method, endpoint.Route)));

        Assert.Empty(without);
    }

    [Fact]
    public void Every_request_to_the_platform_is_of_an_operation_of_the_contract()
    {
        var unknown = HttpFile.All.Where(request =>
            request.PlatformPath is { } path
            && !Beside.Any(known => path.StartsWith(known, StringComparison.Ordinal))
            && !Catalogue.All.Any(endpoint => request.IsOf(endpoint.Method, endpoint.Route)));

        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("openapi/v1.json")]
    [InlineData("docs")]
    public void The_description_of_the_contract_has_a_request(string path) =>
        Assert.Contains(HttpFile.All, request => request.IsOf("GET", path));
}
