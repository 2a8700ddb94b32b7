using System.Text.Json;

namespace Nots.Functions.Tests.Hosting;

/// <summary>The sample of local settings at the repository's root.</summary>
internal static class LocalSettings
{
    public static JsonElement Root { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json"))).RootElement;

    public static IReadOnlyDictionary<string, string> Values { get; } =
        Root.GetProperty(nameof(Values)).EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);
}
