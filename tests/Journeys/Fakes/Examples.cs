using System.Text.Json.Nodes;

namespace Nots.Journeys.Tests.Fakes;

/// <summary>Whole answers, as the platform's contract gives them by example.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, JsonNode> Answers =
        JsonNode.Parse(File.ReadAllText(Repository.Find("clients/openapi.json")!))!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value!)
            .ToDictionary(operation => (string)operation["operationId"]!, operation => operation["responses"]!);

    /// <summary>The example of what an operation answers, with other values for some of its members.</summary>
    /// <param name="operation">By its name, such as <c>bookings-get</c>.</param>
    /// <param name="members">Those that matter to the test.</param>
    public static JsonObject With(string operation, JsonObject members)
    {
        var answer = Answers[operation].AsObject().First(response => response.Key[0] == '2').Value!["content"]!["application/json"]!["example"]!;
        return Merge(answer.DeepClone().AsObject(), members);
    }

    /// <summary>The example of one entry of a list, likewise.</summary>
    public static JsonObject EntryWith(string operation, string list, JsonObject members) =>
        Merge(With(operation, [])[list]![0]!.DeepClone().AsObject(), members);

    private static JsonObject Merge(JsonObject example, JsonObject members)
    {
        foreach (var (name, value) in members)
        {
            if (value is JsonObject inner && example[name] is JsonObject there)
                Merge(there, inner);
            else
                example[name] = value?.DeepClone();
        }
        return example;
    }
}
