using System.Text.Json.Nodes;

namespace Nots.ClientGenerator;

/// <summary>
/// Prepares an OpenAPI 3.1 document for NSwag, which knows 3.0: null is a flag there and not a type. Leaves out what no client
/// of ours calls, and the answers that become an exception; and gives types their names.
/// </summary>
internal static class Simplification
{
    /// <summary>Only Stripe can sign what this operation takes.</summary>
    private const string Webhook = "payments-webhook";

    public static string Of(string json)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        document["openapi"] = "3.0.3";
        foreach (var (path, operations) in document["paths"]!.AsObject().ToList())
        {
            foreach (var (method, operation) in operations!.AsObject().ToList())
            {
                if (!Keep(operation!.AsObject()))
                    operations.AsObject().Remove(method);
            }
            if (operations.AsObject().Count == 0)
                document["paths"]!.AsObject().Remove(path);
        }
        ToOpenApi30(document);
        TypeNames.Settle(document);
        return document.ToJsonString();
    }

    private static bool Keep(JsonObject operation)
    {
        var responses = operation["responses"]!.AsObject();
        foreach (var (status, response) in responses.ToList())
        {
            if (status[0] != '2' || response!["content"]?["application/json"]?["schema"] is null)
                responses.Remove(status);
        }
        return responses.Count > 0 && (string?)operation["operationId"] != Webhook;
    }

    private static void ToOpenApi30(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                ToOpenApi30(item);
        }
        if (node is not JsonObject schema)
            return;
        foreach (var (name, value) in schema.ToList())
        {
            // Examples are data, whatever they look like.
            if (name is not ("example" or "examples"))
                ToOpenApi30(value);
        }
        foreach (var union in (string[])["anyOf", "oneOf"])
        {
            if (schema[union] is JsonArray choices && choices.FirstOrDefault(choice => (string?)(choice!["type"] as JsonValue) == "null") is { } none)
            {
                choices.Remove(none);
                schema.Remove(union);
                schema["oneOf"] = choices;
                schema["nullable"] = true;
            }
        }
        if (schema["type"] is JsonArray types)
        {
            var names = types.Select(type => (string)type!).ToList();
            if (names.Contains("null"))
                schema["nullable"] = true;
            // "integer or string" is a number that may be quoted.
            schema["type"] = names.Find(name => name is not ("null" or "string")) ?? "string";
        }
        if (schema["enum"] is JsonArray values)
            values.RemoveAll(value => value is null);
        if ((schema["type"] as JsonValue)?.ToString() == "object" && schema.ContainsKey("properties"))
            schema.TryAdd("additionalProperties", false);
    }
}
