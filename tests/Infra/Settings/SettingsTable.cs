using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Nots.Application.Configuration;
using Nots.Functions.Settings;

namespace Nots.Infra.Tests.Settings;

/// <summary>The settings as <c>docs/deployment.md</c> shows them, made of what the code declares and of its own comments.</summary>
internal static partial class SettingsTable
{
    private static readonly Dictionary<string, string> Files = Directory
        .EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal))
        .GroupBy(file => Path.GetFileNameWithoutExtension(file))
        .ToDictionary(group => group.Key, group => Path.GetRelativePath(Repository.Root, group.First()).Replace('\\', '/'));

    public static string Markdown()
    {
        var text = new StringBuilder("| environment variable | default, function app | default, `./run` | read by | secret | what it is |\n|---|---|---|---|---|---|\n");
        var laptop = DeclaredSettings.OfLaptop.ToDictionary(setting => setting.Path);
        var app = DeclaredSettings.OfApp.ToDictionary(setting => setting.Path);
        foreach (var path in app.Keys.Union(laptop.Keys).Order(StringComparer.Ordinal))
            text.Append(Row(app.GetValueOrDefault(path), laptop.GetValueOrDefault(path)));
        foreach (var (name, example) in FunctionsSettings.OfHost)
            text.Append($"| `{name}` | none: required | – | the Functions host | no | Such as `{example}`. |\n");
        foreach (var setting in OthersSettings.All)
            text.Append($"| `{setting.Name}` | {setting.Default} | {(setting.OnLaptop ? setting.Default : "–")} | {setting.ReadBy} | {Word(setting.IsSecret)} | {setting.Meaning} |\n");
        return text.ToString();
    }

    private static string Row(Setting? app, Setting? laptop)
    {
        var setting = (app ?? laptop)!;
        var group = $"[{setting.Group.Name}](../{Files[setting.Group.Name]})";
        return $"| `{DeclaredSettings.Variable(setting)}`{(setting.IsList ? ", `…__1` …" : "")} | {Default(app)} | {Default(laptop)} | {group} | {Word(setting.IsSecret)} | {Meaning(setting)} |\n";
    }

    private static string Default(Setting? setting) => setting switch
    {
        null => "–",
        { IsDefault: false } => "none: required",
        { Shown: "(none)" or "(empty)" or "(secret)" } => setting.Shown,
        _ => $"`{setting.Shown}`",
    };

    private static string Word(bool isSecret) => isSecret ? "yes" : "no";

    /// <summary>The comment on the property, as plain text.</summary>
    private static string Meaning(Setting setting)
    {
        var name = setting.Path.Split(SettingsReader.Separator)[^1];
        var comments = XDocument.Load(Path.ChangeExtension(setting.Group.Assembly.Location, ".xml"));
        var summary = comments.Descendants("member").SingleOrDefault(member => (string?)member.Attribute("name") == $"P:{setting.Group.FullName}.{name}")?.Element("summary");
        return summary is null ? "" : Spaces().Replace(string.Concat(summary.Nodes().Select(Plain)), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{((string?)see.Attribute("cref") ?? "").Split('.')[^1]}`",
        XElement other => other.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
