using Nots.Application.Common;
using Nots.Application.Configuration;
using Nots.Application.Timers;
using Nots.Integrations.Stripe;

namespace Nots.LocalHost.Settings;

/// <summary>All settings, checked: a host that has them can start.</summary>
internal sealed record PlatformSettings
{
    /// <summary>Where they are in the configuration; <c>Nots__</c> before a name in the environment.</summary>
    public const string Section = "Nots";

    public required HostSettings Host { get; init; }

    public required Policies Policies { get; init; }

    public required TimerSettings Timers { get; init; }

    public required StripeOptions Stripe { get; init; }

    /// <summary>Every setting as it is in force, secrets hidden.</summary>
    public required IReadOnlyList<Setting> All { get; init; }

    /// <summary>Whether the Stripe simulator stands in for Stripe: unless an address elsewhere was set.</summary>
    public bool SimulatesStripe => Stripe.BaseAddress == new Uri(Host.StripeUrls);

    /// <exception cref="StartFailedException">Something is wrong: all of it is named.</exception>
    public static PlatformSettings Load(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration.AsEnumerable(), Section);
        var host = reader.Read(new HostSettings());
        List<string> faults = [.. host.Faults()];
        // The defaults of the others follow from the host's own, which must make sense first.
        var usable = faults.Count == 0 ? host : new HostSettings();
        var settings = new PlatformSettings
        {
            Host = host,
            Policies = reader.Read(new Policies()),
            Timers = reader.Read(new TimerSettings(), "Timers"),
            Stripe = reader.Read(new StripeOptions { BaseAddress = new Uri(usable.StripeUrls) }, "Stripe"),
            All = reader.Settings,
        };
        faults.AddRange(settings.Policies.Faults());
        faults.AddRange(settings.Timers.Faults());
        faults.AddRange(settings.Stripe.Faults());
        faults = [.. reader.Faults(), .. faults.Select(fault => $"{Section}:{fault}")];
        return faults.Count == 0
            ? settings
            : throw new StartFailedException($"The settings are wrong:{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => "  - " + fault))}");
    }
}
