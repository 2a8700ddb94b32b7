using Microsoft.Extensions.Configuration;
using Nots.Api;
using Nots.Application.Common;
using Nots.Application.Configuration;
using Nots.Integrations.Mail;
using Nots.Integrations.Routing.Offline;
using Nots.Integrations.Stripe;

namespace Nots.Hosting;

/// <summary>The settings that every host has.</summary>
public sealed record CommonSettings : IValidatableOptions
{
    /// <summary>Where they are in the configuration; <c>Nots__</c> before a name in the environment.</summary>
    public const string Section = "Nots";

    public required ApiOptions Api { get; init; }

    public required Policies Policies { get; init; }

    public required StripeOptions Stripe { get; init; }

    public required OfflineRoutingOptions OfflineRouting { get; init; }

    /// <summary>The mail server; null where none is set.</summary>
    public SmtpOptions? Smtp { get; init; }

    /// <param name="reader">Reads <see cref="Section"/>.</param>
    /// <param name="configuration">All of it: says whether there is a mail server.</param>
    /// <param name="api">The host's defaults.</param>
    /// <param name="stripe">The host's defaults.</param>
    public static CommonSettings Read(SettingsReader reader, IConfiguration configuration, ApiOptions api, StripeOptions stripe) => new()
    {
        Api = reader.Read(api),
        Policies = reader.Read(new Policies()),
        Stripe = reader.Read(stripe, nameof(Stripe)),
        OfflineRouting = reader.Read(new OfflineRoutingOptions(), nameof(OfflineRouting)),
        Smtp = configuration.GetSection($"{Section}:{nameof(Smtp)}").GetChildren().Any()
            ? reader.Read(new SmtpOptions { Host = "", From = "" }, nameof(Smtp))
            : null,
    };

    public IReadOnlyList<string> Faults() =>
    [
        .. Api.Faults(),
        .. Policies.Faults(),
        .. Stripe.Faults(),
        .. OfflineRouting.Faults().Select(fault => $"{nameof(OfflineRouting)}: {fault}"),
        .. (Smtp?.Faults() ?? []).Select(fault => $"{nameof(Smtp)}: {fault}"),
    ];
}
