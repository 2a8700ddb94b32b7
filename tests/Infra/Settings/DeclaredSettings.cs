using Microsoft.Extensions.Configuration;
using Nots.Application.Configuration;
using Nots.Functions.Settings;
using Nots.Hosting;
using Nots.LocalHost.Settings;

namespace Nots.Infra.Tests.Settings;

/// <summary>The settings that the code declares: of the function app, which is what is deployed, and of the laptop's host.</summary>
internal static class DeclaredSettings
{
    public const string Prefix = CommonSettings.Section + "__";

    /// <summary>What has no default in the function app, by its path, with a value that will do.</summary>
    public static IReadOnlyDictionary<string, string> Required { get; } = new Dictionary<string, string>
    {
        ["DispatchEmail"] = "dispatch@example.com",
        ["DynamoDb:Environment"] = "example",
        ["Identity:Authority"] = "https://issuer.example.com",
        ["Identity:ClientId"] = "example",
        ["SigningSecrets:0"] = Convert.ToBase64String(new byte[32]),
        ["Smtp:From"] = "bookings@example.com",
        ["Smtp:Host"] = "mail.example.com",
        ["Stripe:SecretKey"] = "sk_live_example",
        ["Stripe:WebhookSecrets:0"] = "whsec_example",
        ["WebsiteUrl"] = "https://www.example.com",
    };

    /// <summary>Of the function app. What is given here is required.</summary>
    public static IReadOnlyList<Setting> OfApp { get; } = FunctionsSettings.Load(Configuration(Required), development: false).All;

    /// <summary>Of the laptop's host. What is given here is required of whoever wants a mail server.</summary>
    public static IReadOnlyList<Setting> OfLaptop { get; } = PlatformSettings.Load(Configuration(Required.Where(setting => setting.Key.StartsWith("Smtp:", StringComparison.Ordinal)))).All;

    /// <summary>The environment variables that the function app or its host reads; of a list, the first.</summary>
    public static IReadOnlySet<string> Variables { get; } = OfApp.Select(Variable)
        .Concat(FunctionsSettings.OfHost.Select(setting => setting.Name))
        .Concat(OthersSettings.All.Select(setting => setting.Name)).ToHashSet();

    /// <summary>All that is wrong with what a deployment sets.</summary>
    /// <param name="environment">Environment variables.</param>
    public static IReadOnlyList<string> Faults(IEnumerable<KeyValuePair<string, string>> environment)
    {
        var values = environment.Select(variable => KeyValuePair.Create(variable.Key.Replace("__", ":", StringComparison.Ordinal), (string?)variable.Value));
        return FaultsOf(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }

    /// <summary>All that is wrong when only what is required is set, and one of it is not.</summary>
    public static IReadOnlyList<string> FaultsWithout(string path) => FaultsOf(Configuration(Required.Where(setting => setting.Key != path)));

    /// <summary>The environment variable of a setting; of a list, its first.</summary>
    public static string Variable(Setting setting) => Prefix + setting.Path.Replace(":", "__", StringComparison.Ordinal) + (setting.IsList ? "__0" : "");

    private static IReadOnlyList<string> FaultsOf(IConfiguration configuration)
    {
        try
        {
            FunctionsSettings.Load(configuration, development: false);
            return [];
        }
        catch (InvalidSettingsException fault)
        {
            return fault.Faults;
        }
    }

    private static IConfiguration Configuration(IEnumerable<KeyValuePair<string, string>> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{CommonSettings.Section}:{setting.Key}", (string?)setting.Value)))
        .AddInMemoryCollection(FunctionsSettings.OfHost.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Example)))
        .Build();
}
