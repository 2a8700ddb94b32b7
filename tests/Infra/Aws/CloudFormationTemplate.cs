using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Nots.Infra.Tests.Aws;

/// <summary>A template of <c>infra/aws</c>, its short functions (<c>!Ref</c>) written out, as JSON has them.</summary>
internal sealed class CloudFormationTemplate
{
    private static readonly string Folder = Repository.Path("infra", "aws");

    private readonly JsonNode _body;

    private CloudFormationTemplate(string file)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(file);
        yaml.Load(text);
        _body = ToJson(yaml.Documents.Single().RootNode)!;
    }

    public static IReadOnlyList<string> Files { get; } = [.. Directory.GetFiles(Folder, "*.yaml").Order(StringComparer.Ordinal)];

    public JsonObject Parameters => Section(nameof(Parameters));

    public JsonObject Outputs => Section(nameof(Outputs));

    public JsonObject Resources => Section(nameof(Resources));

    public static CloudFormationTemplate Load(string name) => new(Path.Combine(Folder, name));

    /// <summary>A resource's properties.</summary>
    public JsonNode this[string resource] => Resources[resource]!["Properties"]!;

    /// <summary>The properties of all resources of a type, by their names in the template.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode>> OfType(string type) =>
        Resources.Where(found => (string?)found.Value!["Type"] == type).Select(found => KeyValuePair.Create(found.Key, found.Value!["Properties"]!));

    private JsonObject Section(string name) => _body[name]!.AsObject();

    private static JsonNode? ToJson(YamlNode node)
    {
        JsonNode? value = node switch
        {
            YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ToJson(pair.Value)))),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
            YamlScalarNode scalar => JsonValue.Create(scalar.Value),
            _ => throw new InvalidDataException($"{node.NodeType} is not expected."),
        };
        return node.Tag.IsEmpty || !node.Tag.Value.StartsWith('!') ? value : Function(node.Tag.Value[1..], value);
    }

    private static JsonObject Function(string name, JsonNode? argument) => new()
    {
        [name is "Ref" or "Condition" ? name : $"Fn::{name}"] = argument,
    };
}
