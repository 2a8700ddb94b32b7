using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Contract;

/// <summary>The clients are made from a copy of the document; <c>tests/Client</c> holds that they are made from that one.</summary>
public sealed class OpenApiDocumentTests(SharedHost shared)
{
    [Fact]
    public async Task The_document_that_the_clients_are_made_from_is_the_one_that_is_served()
    {
        var served = JsonNode.Parse(await shared.Host.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken))!;
        // Where it was served from is no part of the contract.
        served.AsObject().Remove("servers");

        var kept = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../clients/openapi.json"), TestContext.Current.CancellationToken));

        Assert.True(JsonNode.DeepEquals(served, kept), $"clients/openapi.json is not what the platform serves: scripts/generate-clients makes it afresh. {FirstDifference("", served, kept)}");
    }

    private static string? FirstDifference(string path, JsonNode? served, JsonNode? kept) => (served, kept) switch
    {
        _ when JsonNode.DeepEquals(served, kept) => null,
        (JsonObject one, JsonObject other) => one.Select(member => member.Key).Union(other.Select(member => member.Key))
            .Select(name => FirstDifference($"{path}/{name}", one[name], other[name])).First(difference => difference is not null),
        (JsonArray one, JsonArray other) when one.Count == other.Count =>
            one.Select((item, index) => FirstDifference($"{path}/{index}", item, other[index])).First(difference => difference is not null),
        _ => $"The first difference is at {path}: {Short(served)} is served, and {Short(kept)} is kept.",
    };

    private static string Short(JsonNode? node) => node?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 200)] : "nothing";

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
