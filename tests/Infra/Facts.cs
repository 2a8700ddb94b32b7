namespace Nots.Infra.Tests;

/// <summary>What the company's runbook says, and both clouds must have.</summary>
internal static class Facts
{
    public static IReadOnlyList<string> Environments { get; } = ["dev", "staging", "production"];

    /// <summary>By branch: the environment that it goes to.</summary>
    public static IReadOnlyDictionary<string, string> Branches { get; } = new Dictionary<string, string>
    {
        ["develop"] = "dev",
        ["staging"] = "staging",
        ["main"] = "production",
    };

    /// <summary>By name, which goes on with the environment: the value above which it sounds, in five minutes.</summary>
    public static IReadOnlyDictionary<string, double> Alarms { get; } = new Dictionary<string, double>
    {
        ["nots-api-5xx"] = 10,
        ["nots-api-errors"] = 5,
        ["nots-throttles"] = 0,
        ["nots-dead-letters"] = 0,
        ["nots-failed-sign-ins"] = 10,
    };

    /// <summary>Names of secrets; on Azure without the company's, and hyphens between their parts.</summary>
    public static IReadOnlyList<string> Secrets { get; } = ["nots/stripe/secret-key", "nots/stripe/webhook-secret", "nots/google/maps-api-key"];

    public const int AlarmSeconds = 300;
}
