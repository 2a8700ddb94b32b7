using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Nots.Infra.Tests.Azure;

/// <summary>What Bicep makes of a file of <c>infra/azure</c>: its resources, those of its modules included.</summary>
internal sealed class ArmTemplate
{
    /// <summary>Bicep takes seconds, and its answer is the same each time.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<Task<JsonNode>>> Built = new();

    private ArmTemplate(JsonNode body) => Body = body;

    public JsonNode Body { get; }

    public IReadOnlyList<JsonNode> Resources => [.. Inside(Body)];

    public static async Task<ArmTemplate> BuildAsync(string file) => new(await OnceAsync("build", file));

    /// <summary>The values of a parameter file.</summary>
    public static async Task<JsonObject> ParametersAsync(string environment) =>
        JsonNode.Parse((string)(await OnceAsync("build-params", $"{environment}.bicepparam"))["parametersJson"]!)!["parameters"]!.AsObject();

    public JsonNode Single(string type) => Resources.Single(resource => (string?)resource["type"] == type);

    /// <summary>A module's own template.</summary>
    public JsonNode Module(string name) => Call(name)["template"]!;

    /// <summary>What a module is called with.</summary>
    public JsonNode Arguments(string name) => Call(name)["parameters"]!;

    private static Task<JsonNode> OnceAsync(string command, string file) => Built.GetOrAdd(file, _ => new Lazy<Task<JsonNode>>(async () =>
    {
        var built = await Tool.BicepAsync(command, Repository.Path("infra", "azure", file), "--stdout");
        built.IsClean();
        return JsonNode.Parse(built.Output)!;
    })).Value;

    private JsonNode Call(string name) =>
        Entries(Body).Single(resource => (string?)resource["type"] == "Microsoft.Resources/deployments" && (string?)resource["name"] == name)["properties"]!;

    private static IEnumerable<JsonNode> Inside(JsonNode template) => Entries(template).SelectMany(resource =>
        (string?)resource["type"] == "Microsoft.Resources/deployments" ? Inside(resource["properties"]!["template"]!) : [resource]);

    private static IEnumerable<JsonNode> Entries(JsonNode template) => template["resources"] switch
    {
        JsonArray list => list.Select(resource => resource!),
        JsonObject named => named.Where(resource => resource.Value!["existing"] is null).Select(resource => resource.Value!),
        _ => [],
    };
}
