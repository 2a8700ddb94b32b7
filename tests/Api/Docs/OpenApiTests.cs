using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Nots.Api.Docs;
using Nots.Api.Pipeline;
using Nots.Api.Tests.Support;

namespace Nots.Api.Tests.Docs;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_document_is_valid_and_names_every_operation_and_no_other()
    {
        var (document, diagnostic) = OpenApiDocument.Parse(await TextAsync(), "json");

        Assert.Empty(diagnostic!.Errors);
        Assert.Empty(diagnostic.Warnings);
        var operations = document!.Paths.SelectMany(path => path.Value.Operations!.Select(operation => $"{operation.Value.OperationId}: {operation.Key} {path.Key}"));
        Assert.Equal(
            Catalogue.All.Select(endpoint => $"{endpoint.Name}: {endpoint.Method} /{endpoint.Route}").Order(StringComparer.Ordinal),
            operations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_says_who_may_what_it_takes_and_what_comes_back()
    {
        var document = JsonNode.Parse(await TextAsync())!;

        foreach (var endpoint in Catalogue.All)
        {
            var operation = document["paths"]!["/" + endpoint.Route]![endpoint.Method.ToLowerInvariant()]!;
            var parameters = operation["parameters"]?.AsArray().Select(parameter => (string)parameter!["name"]!).ToHashSet() ?? [];
            Assert.Equal(!endpoint.Access.Guests, operation["security"]!.AsArray().All(way => way!.AsObject().Count > 0));
            Assert.All(endpoint.Query ?? [], parameter => Assert.Contains(parameter.Name, parameters));
            Assert.All(endpoint.Headers, header => Assert.Contains(header.Name, parameters));
            Assert.Equal(endpoint.Body != BodyKind.None, operation["requestBody"] is not null);
            var responses = operation["responses"]!.AsObject();
            Assert.Equal(endpoint.Limited, responses.ContainsKey("429"));
            Assert.Equal(endpoint.ResponseShape is not null, responses[$"{endpoint.Success}"]!["content"] is not null);
            Assert.All(responses.Where(response => response.Key[0] is '4' or '5'), response =>
                Assert.Equal("#/components/schemas/Error", (string)response.Value!["content"]!["application/json"]!["schema"]!["$ref"]!));
        }
    }

    [Fact]
    public void Names_routes_and_handlers_are_unique_and_every_endpoint_of_the_assembly_is_in_the_catalogue()
    {
        Assert.Distinct(Catalogue.All.Select(endpoint => endpoint.Name));
        Assert.Distinct(Catalogue.All.Select(endpoint => endpoint.ToString()));
        var handlers = typeof(Catalogue).Assembly.GetTypes().Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IEndpoint)));
        Assert.Equal(handlers.Select(type => type.Name).Order(), Catalogue.All.Select(endpoint => endpoint.Handler.Name).Order());
        Assert.All(Catalogue.All, endpoint => Assert.Same(endpoint, endpoint.Handler.GetProperty("Info")!.GetValue(null)));
    }

    [Fact]
    public void Every_operation_with_a_shape_has_an_example_of_it_and_the_example_fits()
    {
        foreach (var endpoint in Catalogue.All)
        {
            AssertFits(endpoint, endpoint.RequestShape, Examples.Request(endpoint));
            AssertFits(endpoint, endpoint.ResponseShape, Examples.Response(endpoint));
        }
    }

    [Fact]
    public async Task What_is_documented_of_a_body_is_what_is_read()
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.Booking());
        host.Orchestrations.Instances["booking_1"] = A.Instance("booking_1", Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Running);

        foreach (var endpoint in Catalogue.All.Where(endpoint => endpoint.RequestShape is not null))
        {
            // An object is the wrong type for every field but objects, and for those its own field is unknown.
            var documented = endpoint.RequestShape!.Properties.Select(property => property.Name).ToList();
            var body = new JsonObject(documented.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["undocumented"] = 1 })));
            var path = "/" + endpoint.Route.Replace("{bookingId}", "booking_1", StringComparison.Ordinal)
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

    private static async Task<string> TextAsync()
    {
        await using var host = await ApiHost.StartAsync();
        return (await host.GetAsync("/openapi/v1.json")).Body;
    }

    private static void AssertFits(EndpointInfo endpoint, JsonTypeInfo? shape, JsonNode? example)
    {
        Assert.Equal((endpoint.Name, shape is not null), (endpoint.Name, example is not null));
        if (shape is null)
            return;
        var options = new JsonSerializerOptions(shape.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };
        var value = example.Deserialize(options.GetTypeInfo(shape.Type));
        var again = JsonSerializer.SerializeToNode(value, options.GetTypeInfo(shape.Type));
        if (shape == endpoint.ResponseShape)
            Assert.True(JsonNode.DeepEquals(example, again), $"{endpoint.Name}: {example!.ToJsonString()} became {again!.ToJsonString()}");
    }
}
