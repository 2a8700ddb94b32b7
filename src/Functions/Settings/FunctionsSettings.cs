using Microsoft.Extensions.Configuration;
using Nots.Api;
using Nots.Api.Authentication;
using Nots.Application.Configuration;
using Nots.Hosting;
using Nots.Integrations.Stripe;
using Nots.Storage.DynamoDb;

namespace Nots.Functions.Settings;

/// <summary>All settings, checked: a function app that has them can start.</summary>
internal sealed record FunctionsSettings
{
    /// <summary>
    /// App settings of the host, with an example of each: those that it resolves in host.json and in the timers' schedules; and that
    /// it takes the client's address from whoever calls it, for it tells the app of nobody else, and all clients would be one.
    /// </summary>
    public static readonly IReadOnlyList<(string Name, string Example)> OfHost =
    [
        ("TaskHub", "NotsDevelopment"),
        ("RelayOutboxSchedule", "0 * * * * *"),
        ("ReconcilePaymentsSchedule", "0 */15 * * * *"),
        ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"),
    ];

    public required FunctionsOptions Options { get; init; }

    public required CommonSettings Common { get; init; }

    public required DynamoDbOptions DynamoDb { get; init; }

    /// <summary>Every setting as it is in force, secrets hidden.</summary>
    public required IReadOnlyList<Setting> All { get; init; }

    /// <param name="configuration">All of it.</param>
    /// <param name="development">Whether this is a laptop, whose defaults must not be those of anything that others reach.</param>
    /// <exception cref="InvalidSettingsException">Something is wrong: all of it is named.</exception>
    public static FunctionsSettings Load(IConfiguration configuration, bool development)
    {
        var reader = new SettingsReader(configuration.AsEnumerable(), CommonSettings.Section);
        var settings = new FunctionsSettings
        {
            Options = reader.Read(development ? Laptop.Options : new FunctionsOptions()),
            Common = CommonSettings.Read(
                reader,
                configuration,
                new ApiOptions { Identity = development ? Laptop.Identity : new IdentityOptions { Authority = "" }, TrustedProxies = Networks.Private },
                development ? Laptop.Stripe : new StripeOptions()),
            DynamoDb = reader.Read(development ? Laptop.DynamoDb : new DynamoDbOptions(), nameof(DynamoDb)),
            All = reader.Settings,
        };
        string[] faults =
        [
            .. reader.Faults(),
            .. settings.Faults().Concat(development ? [] : Laptop.LeftIn(settings)).Select(fault => $"{CommonSettings.Section}:{fault}"),
            .. OfHost.Where(setting => string.IsNullOrWhiteSpace(configuration[setting.Name]))
                .Select(setting => $"{setting.Name} is not set, and the Functions host needs it: '{setting.Example}', for one."),
        ];
        return faults.Length == 0 ? settings : throw new InvalidSettingsException(faults);
    }

    private IEnumerable<string> Faults() => [.. Options.Faults(), .. Common.Faults(), .. DynamoDb.Faults(), .. MessagesNowhere()];

    private IEnumerable<string> MessagesNowhere()
    {
        if (Common.Smtp is null && Options.Mailbox is null)
            yield return "Smtp is not set, and customers would hear nothing: set Smtp:Host and Smtp:From.";
    }
}
