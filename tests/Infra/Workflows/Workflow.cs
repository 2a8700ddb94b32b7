using YamlDotNet.RepresentationModel;

namespace Nots.Infra.Tests.Workflows;

/// <summary>A workflow of <c>.github/workflows</c>.</summary>
internal sealed record Workflow(string Name, string Text, YamlMappingNode Body)
{
    public static IReadOnlyList<Workflow> All { get; } =
        [.. Directory.GetFiles(Repository.Path(".github", "workflows"), "*.yml").Order(StringComparer.Ordinal).Select(Read)];

    public IEnumerable<KeyValuePair<string, YamlMappingNode>> Jobs =>
        ((YamlMappingNode)Body["jobs"]).Select(job => KeyValuePair.Create(((YamlScalarNode)job.Key).Value!, (YamlMappingNode)job.Value));

    public static Workflow Named(string name) => All.Single(workflow => workflow.Name == name);

    public static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) =>
        job.Children.TryGetValue("steps", out var steps) ? ((YamlSequenceNode)steps).Cast<YamlMappingNode>() : [];

    public static string? Value(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? (value as YamlScalarNode)?.Value : null;

    private static Workflow Read(string file)
    {
        var text = File.ReadAllText(file);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return new Workflow(Path.GetFileNameWithoutExtension(file), text, (YamlMappingNode)yaml.Documents.Single().RootNode);
    }
}
