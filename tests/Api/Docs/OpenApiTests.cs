using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Nots.Api.Docs;
using Nots.Api.Tests.Support;

namespace Nots.Api.Tests.Docs;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_is_valid_and_names_every_operation_and_no_other()
    {
        await using var host = await ApiHost.StartAsync();

        var (document, diagnostic) = OpenApiDocument.Parse(await TextAsync(host), "json");

        Assert.Empty(diagnostic!.Errors);
        Assert.Empty(diagnostic.Warnings);
        var operations = document!.Paths.SelectMany(path => path.Value.Operations!.Select(operation => $"{operation.Value.OperationId}: {operation.Key} {path.Key}"));
        Assert.Equal(
            Operation.All.Select(operation => $"{operation.Name}: {operation.Method} {operation.Route}").Order(StringComparer.Ordinal),
            operations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_says_who_may_what_it_takes_and_what_comes_back()
    {
        await using var host = await ApiHost.StartAsync();
        var document = JsonNode.Parse(await TextAsync(host))!;

        foreach (var endpoint in Operation.All)
        {
            var operation = document["paths"]![endpoint.Route]![endpoint.Method.ToLowerInvariant()]!;
            var parameters = operation["parameters"]?.AsArray().Select(parameter => (string)parameter!["name"]!).ToHashSet() ?? [];
            Assert.Equal(!endpoint.Access.Guests, operation["security"]!.AsArray().All(way => way!.AsObject().Count > 0));
            Assert.All(endpoint.Query, parameter => Assert.Contains(parameter.Name, parameters));
            Assert.All(endpoint.Headers, header => Assert.Contains(header.Name, parameters));
            Assert.Equal(endpoint.Body is not null, operation["requestBody"] is not null);
            var responses = operation["responses"]!.AsObject();
            Assert.Equal(endpoint.Limited, responses.ContainsKey("429"));
            Assert.Equal(endpoint.Response is not null, responses[$"{endpoint.Response?.Status ?? 200}"]!["content"] is not null);
            Assert.All(responses.Where(response => response.Key[0] is '4' or '5'), response =>
                Assert.Equal("#/components/schemas/Error", (string)response.Value!["content"]!["application/json"]!["schema"]!["$ref"]!));
        }
    }

    [Fact]
    public void Names_and_routes_are_unique()
    {
        Assert.Distinct(Operation.All.Select(operation => operation.Name));
        Assert.Distinct(Operation.All.Select(operation => $"{operation.Method} {operation.Route}"));
    }

    [Fact]
    public void Every_operation_with_a_shape_has_an_example_of_it_and_the_example_fits()
    {
        foreach (var operation in Operation.All)
        {
            AssertFits(operation, operation.Body?.Json, Examples.Request(operation.Name));
            AssertFits(operation, operation.Response?.Json, Examples.Response(operation.Name));
        }
    }

    [Fact]
    public async Task What_is_documented_of_a_body_is_what_is_read()
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.Booking());
        host.Orchestrations.Instances["booking_1"] = A.Instance("booking_1", Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Running);

        var document = JsonNode.Parse(await TextAsync(host))!;

        foreach (var endpoint in Operation.All.Where(endpoint => endpoint.Body?.Json is not null))
        {
            // An object is the wrong type for every field but objects, and for those its own field is unknown.
            var schema = (string)document["paths"]![endpoint.Route]![endpoint.Method.ToLowerInvariant()]!["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!;
            var documented = document["components"]!["schemas"]![schema.Split('/')[^1]]!["properties"]!.AsObject().Select(property => property.Key).ToList();
            var body = new JsonObject(documented.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["undocumented"] = 1 })));
            var path = endpoint.Route.Replace("{bookingId}", "booking_1", StringComparison.Ordinal)
                .Replace("{instanceId}", "booking_1", StringComparison.Ordinal).Replace("{eventName}", "changed", StringComparison.Ordinal);

            var answer = await host.SendAsync(HttpMethod.Parse(endpoint.Method), path, body.ToJsonString(), host.Issuer.Token("al", "admin"));

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            var unread = answer.Faults.Where(fault => fault.EndsWith(":unknown", StringComparison.Ordinal) && !fault.Contains('.', StringComparison.Ordinal));
            Assert.Equal((endpoint.Name, ""), (endpoint.Name, string.Join(' ', unread)));
            var faulted = answer.Faults.Select(fault => fault.Split(':')[0].Split('.')[0]).ToHashSet();
            Assert.Equal((endpoint.Name, ""), (endpoint.Name, string.Join(' ', documented.Where(name => name != "payload" && !faulted.Contains(name)))));
        }
    }

    [Fact]
    public async Task The_page_runs_only_scripts_that_come_with_it()
    {
        await using var host = await ApiHost.StartAsync();

        var page = await host.GetAsync("/docs");

        Assert.Equal("text/html; charset=utf-8", page.Headers["Content-Type"]);
        Assert.Contains("script-src 'self';", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("//", page.Body.Replace("<!doctype", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var (asset, type) in new[] { ("scalar.js", "text/javascript"), ("start.js", "text/javascript"), ("favicon.svg", "image/svg+xml") })
        {
            var answer = await host.GetAsync("/docs/" + asset);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.StartsWith(type, answer.Headers["Content-Type"], StringComparison.Ordinal);
            Assert.Contains($"/docs/{asset}", page.Body, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/docs/other.js")).Status);
    }

    [Fact]
    public async Task The_pages_script_is_sent_compressed_to_whoever_takes_it_so()
    {
        await using var host = await ApiHost.StartAsync();

        var plain = await host.GetAsync("/docs/scalar.js");
        var packed = await host.SendAsync(HttpMethod.Get, "/docs/scalar.js", headers: ("Accept-Encoding", "gzip, br"));

        Assert.Equal((false, "gzip"), (plain.Headers.ContainsKey("Content-Encoding"), packed.Headers["Content-Encoding"]));
        Assert.Equal("Accept-Encoding", packed.Headers["Vary"]);
        Assert.InRange(int.Parse(packed.Headers["Content-Length"], null), 1, int.Parse(plain.Headers["Content-Length"], null) / 2);
    }

    private static async Task<string> TextAsync(ApiHost host) => (await host.GetAsync("/openapi/v1.json")).Body;

    private static void AssertFits(Operation endpoint, JsonTypeInfo? shape, JsonNode? example)
    {
        Assert.Equal((endpoint.Name, shape is not null), (endpoint.Name, example is not null));
        if (shape is null)
            return;
        var options = new JsonSerializerOptions(shape.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };
        var value = example.Deserialize(options.GetTypeInfo(shape.Type));
        var again = JsonSerializer.SerializeToNode(value, options.GetTypeInfo(shape.Type));
        if (shape == endpoint.Response?.Json)
            Assert.True(JsonNode.DeepEquals(example, again), $"{endpoint.Name}: {example!.ToJsonString()} became {again!.ToJsonString()}");
    }
}
