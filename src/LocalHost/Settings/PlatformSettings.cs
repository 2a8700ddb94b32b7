using Nots.Api;
using Nots.Api.Authentication;
using Nots.Application.Configuration;
using Nots.Application.Timers;
using Nots.Hosting;
using Nots.Integrations.Mail;
using Nots.Integrations.Stripe;
using Nots.LocalHost.Development;
using Nots.LocalHost.Durable;
using Nots.Storage.DynamoDb;

namespace Nots.LocalHost.Settings;

/// <summary>All settings, checked: a host that has them can start.</summary>
internal sealed record PlatformSettings
{
    /// <summary>Where they are in the configuration; <c>Nots__</c> before a name in the environment.</summary>
    public const string Section = CommonSettings.Section;

    public required HostSettings Host { get; init; }

    public required CommonSettings Common { get; init; }

    public required TimerSettings Timers { get; init; }

    public StripeOptions Stripe => Common.Stripe;

    /// <summary>The table's, where it is kept in DynamoDB.</summary>
    public required DynamoDbOptions DynamoDb { get; init; }

    /// <summary>Whether this host runs a DynamoDB Local of its own: unless an address or a region says where the table is.</summary>
    public required bool RunsDynamoDbLocal { get; init; }

    /// <summary>Where the orchestrations are, if they are in Azure Storage.</summary>
    public required AzureStorageOptions AzureStorage { get; init; }

    /// <summary>The mail server; null where the mailbox is all there is.</summary>
    public SmtpOptions? Smtp => Common.Smtp;

    /// <summary>Every setting as it is in force, secrets hidden.</summary>
    public required IReadOnlyList<Setting> All { get; init; }

    /// <summary>Whether the Stripe simulator stands in for Stripe: unless an address elsewhere was set.</summary>
    public bool SimulatesStripe => Stripe.BaseAddress == new Uri(Host.StripeUrls);

    /// <exception cref="StartFailedException">Something is wrong: all of it is named.</exception>
    public static PlatformSettings Load(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration.AsEnumerable(), Section);
        var host = reader.Read(new HostSettings());
        var faultsOfHost = host.Faults();
        // The defaults of the others follow from the host's own, which must make sense first.
        var settings = Read(reader, faultsOfHost.Count == 0 ? host : new HostSettings(), configuration) with { Host = host };
        string[] faults = [.. reader.Faults(), .. faultsOfHost.Concat(settings.Faults()).Select(fault => $"{Section}:{fault}")];
        return faults.Length == 0
            ? settings
            : throw new StartFailedException($"The settings are wrong:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => "  - " + fault))}");
    }

    private static PlatformSettings Read(SettingsReader reader, HostSettings host, IConfiguration configuration) => new()
    {
        Host = host,
        Common = CommonSettings.Read(
            reader, configuration, new ApiOptions { Identity = Identity(host, configuration) }, new StripeOptions { BaseAddress = new Uri(host.StripeUrls) }),
        Timers = reader.Read(new TimerSettings(), nameof(Timers)),
        DynamoDb = reader.Read(new DynamoDbOptions(), nameof(DynamoDb)),
        RunsDynamoDbLocal = host.UsesDynamoDb && Unset(configuration, nameof(DynamoDbOptions.Endpoint)) && Unset(configuration, nameof(DynamoDbOptions.Region)),
        AzureStorage = reader.Read(new AzureStorageOptions(), nameof(AzureStorage)),
        All = reader.Settings,
    };

    /// <summary>This host's own issuer, unless another is named or there is none here because other machines can reach it.</summary>
    private static IdentityOptions Identity(HostSettings host, IConfiguration configuration) =>
        host.OnLoopback && string.IsNullOrEmpty(configuration[$"{Section}:{nameof(ApiOptions.Identity)}:{nameof(IdentityOptions.Authority)}"])
            ? new IdentityOptions { Authority = DevelopmentIssuer.AddressOf(host.BaseAddress), ClientId = DevelopmentIssuer.ClientId, RequireHttps = false }
            : new IdentityOptions { Authority = "" };

    private static bool Unset(IConfiguration configuration, string name) => string.IsNullOrEmpty(configuration[$"{Section}:{nameof(DynamoDb)}:{name}"]);

    private IEnumerable<string> Faults() => [.. Common.Faults(), .. Timers.Faults(), .. Host.UsesDynamoDb ? DynamoDb.Faults() : [], .. Host.UsesAzureStorage ? [.. AzureStorage.Faults(), .. Unshared()] : Array.Empty<string>(), .. OpenWebhook()];

    /// <summary>Whoever shares the orchestrations with other processes must share with them what the orchestrations are about.</summary>
    private IEnumerable<string> Unshared()
    {
        if (AzureStorage.IsLocal)
            yield break;
        if (!Host.UsesDynamoDb || RunsDynamoDbLocal)
            yield return "AzureStorage: processes that share orchestrations must share the table: set Store=dynamodb, and DynamoDb:Endpoint or DynamoDb:Region.";
        if (Host.SigningSecrets.Count == 0)
            yield return "AzureStorage: processes that share orchestrations must accept one another's links and cursors: give all of them the same SigningSecrets.";
    }

    /// <summary>Whoever can reach this host and knows the signing secret can tell it that a booking was paid for.</summary>
    private IEnumerable<string> OpenWebhook()
    {
        if (Host is { AllowNonLoopback: true, OnLoopback: false } && Stripe.BaseAddress.IsLoopback && Stripe.WebhookSecrets.Contains(StripeOptions.SimulatorWebhookSecret))
            yield return "Stripe:WebhookSecrets has the simulator's secret, which is no secret, and other machines can reach this host: set one of your own.";
    }
}
