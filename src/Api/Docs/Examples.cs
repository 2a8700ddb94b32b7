using System.Text.Json.Nodes;
using Nots.Api.Pipeline;

namespace Nots.Api.Docs;

/// <summary>Example requests and answers, from the files beside this one that are named after the operation.</summary>
internal static class Examples
{
    public static JsonNode? Request(EndpointInfo endpoint) => Read($"{endpoint.Name}.request.json");

    public static JsonNode? Response(EndpointInfo endpoint) => Read($"{endpoint.Name}.response.json");

    private static JsonNode? Read(string file)
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream($"Examples/{file}");
        return stream is null ? null : JsonNode.Parse(stream);
    }
}
