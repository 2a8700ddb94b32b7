using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nots.Infra.Tests.Aws;
using Nots.Infra.Tests.Azure;

namespace Nots.Infra.Tests.Settings;

/// <summary>What each cloud gives to the app in production, by environment variable.</summary>
internal static partial class DeployedSettings
{
    private static readonly string[] PlainGroups = ["platformSettings", "triggerSettings"];

    public static IReadOnlyDictionary<string, string> Aws()
    {
        var container = Container();
        var plain = container["Environment"]!.AsArray().Select(variable => KeyValuePair.Create((string)variable!["Name"]!, Values.Of(variable["Value"])));
        var secret = container["Secrets"]!.AsArray().Select(Secret).Select(name => KeyValuePair.Create(name, Samples.Secrets.GetValueOrDefault(name, "")));
        return plain.Concat(secret).ToDictionary();
    }

    public static async Task<IReadOnlyDictionary<string, string>> AzureAsync()
    {
        var template = await ArmTemplate.BuildAsync("main.bicep");
        var parameters = await ArmTemplate.ParametersAsync("production");
        var variables = template.Body["variables"]!;
        var plain = PlainGroups.SelectMany(group => variables[group]!.AsObject()).Select(setting => KeyValuePair.Create(setting.Key, Evaluate((string)setting.Value!, template, parameters)));
        var rotation = variables["rotationSettings"]!.AsObject().SelectMany(group => group.Value!.AsObject());
        var secret = variables["secretSettings"]!.AsObject().Concat(rotation).Select(setting => KeyValuePair.Create(setting.Key, Samples.Secrets[setting.Key]));
        // What exists only after the deployment, such as an identity's id: GUIDs, or nothing that the platform looks at.
        var late = LateSetting().Matches((string)template.Arguments("app")["settings"]!["value"]!)
            .Select(match => match.Groups[1].Value).Select(name => KeyValuePair.Create(name, Guid.Empty.ToString()));
        return plain.Concat(secret).Concat(late).DistinctBy(setting => setting.Key).ToDictionary();
    }

    /// <summary>The names that the vault's secrets are given under on AWS.</summary>
    public static IReadOnlyList<string> AwsSecrets() => [.. Container()["Secrets"]!.AsArray().Select(Secret)];

    private static JsonNode Container() =>
        CloudFormationTemplate.Load("app.yaml")["Task"]["ContainerDefinitions"]!.AsArray().Single(container => (string?)container!["Name"] == "api")!;

    private static string Secret(JsonNode? node) => (string)(node!["Fn::If"] is JsonArray choice ? choice[1]! : node)["Name"]!;

    private static string Evaluate(string expression, ArmTemplate template, JsonObject parameters)
    {
        if (!expression.StartsWith('['))
            return expression;
        // Of two branches the first.
        expression = Choice().Match(expression) is { Success: true } choice ? $"[{choice.Groups[1].Value}]" : expression;
        var name = Parameter().Match(expression).Groups[1].Value;
        var value = (string)(parameters[name]?["value"] ?? template.Body["parameters"]![name]!["defaultValue"])!;
        return Format().Match(expression) is { Success: true } format ? format.Groups[1].Value.Replace("{0}", value, StringComparison.Ordinal) : value;
    }

    [GeneratedRegex(@"^\[if\(.*?, (format\('[^']*', parameters\('\w+'\)\)), ")]
    private static partial Regex Choice();

    [GeneratedRegex(@"parameters\('(\w+)'\)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"format\('([^']*)'")]
    private static partial Regex Format();

    [GeneratedRegex(@"'((?:Nots__|AzureWebJobs|APPLICATIONINSIGHTS_|DURABLE_TASK_|SQLDB_|AzureFunctionsJobHost__)\w*)',")]
    private static partial Regex LateSetting();
}
