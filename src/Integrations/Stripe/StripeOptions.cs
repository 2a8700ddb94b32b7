using Nots.Application.Configuration;

namespace Nots.Integrations.Stripe;

/// <summary>How Stripe is reached. The defaults are the simulator's keys, which Stripe itself refuses.</summary>
public sealed record StripeOptions : IValidatableOptions
{
    public const string SimulatorSecretKey = "sk_test_local";
    public const string SimulatorWebhookSecret = "whsec_local";

    private static readonly Uri Live = new("https://api.stripe.com");

    public string SecretKey { get; init; } = SimulatorSecretKey;

    /// <summary>The webhook's signing secrets in force: one, or the new and the old one during a rotation.</summary>
    public IReadOnlyList<string> WebhookSecrets { get; init; } = [SimulatorWebhookSecret];

    /// <summary>Stripe, or the simulator: <c>http://127.0.0.1:12111</c>.</summary>
    public Uri BaseAddress { get; init; } = Live;

    /// <summary>How long one try of a call may take. A call makes at most three.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How far a webhook's time may be from ours, either way; Stripe's own advice is five minutes.</summary>
    public TimeSpan WebhookTolerance { get; init; } = TimeSpan.FromSeconds(300);

    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (!SecretKey.StartsWith("sk_", StringComparison.Ordinal) && !SecretKey.StartsWith("rk_", StringComparison.Ordinal))
            faults.Add("Stripe:SecretKey must be a secret key (sk_…) or a restricted one (rk_…).");
        else if (SecretKey == SimulatorSecretKey && BaseAddress == Live)
            faults.Add("Stripe:SecretKey is the simulator's, and Stripe:BaseAddress is Stripe itself: set the key of the account, or the simulator's address.");
        if (WebhookSecrets.Count is 0 or > 2)
            faults.Add("Stripe:WebhookSecrets must have one secret, or two during a rotation.");
        if (WebhookSecrets.Any(secret => !secret.StartsWith("whsec_", StringComparison.Ordinal)))
            faults.Add("Stripe:WebhookSecrets must each begin with whsec_.");
        // Everybody can read it here, and with it tell us that a booking was paid for.
        if (WebhookSecrets.Contains(SimulatorWebhookSecret) && BaseAddress is { IsAbsoluteUri: true, IsLoopback: false })
            faults.Add("Stripe:WebhookSecrets has the simulator's secret, which is no secret: set the endpoint's own.");
        if (!BaseAddress.IsAbsoluteUri || !(BaseAddress.Scheme == Uri.UriSchemeHttps || (BaseAddress.Scheme == Uri.UriSchemeHttp && BaseAddress.IsLoopback)))
            faults.Add("Stripe:BaseAddress must be https; http is for this machine only, for the key travels with each call.");
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromMinutes(2))
            faults.Add("Stripe:Timeout must be more than nothing and at most two minutes.");
        if (WebhookTolerance <= TimeSpan.Zero || WebhookTolerance > TimeSpan.FromHours(1))
            faults.Add("Stripe:WebhookTolerance must be more than nothing and at most an hour.");
        return faults;
    }

    /// <summary>For the log: never a secret, only which mode the key is of.</summary>
    public override string ToString() =>
        $"Stripe {{ BaseAddress = {BaseAddress}, SecretKey = {Mode(SecretKey)}…, WebhookSecrets = {WebhookSecrets.Count}, Timeout = {Timeout}, WebhookTolerance = {WebhookTolerance} }}";

    private static string Mode(string key)
    {
        foreach (var mode in (ReadOnlySpan<string>)["sk_test_", "sk_live_", "rk_test_", "rk_live_"])
        {
            if (key.StartsWith(mode, StringComparison.Ordinal))
                return mode;
        }

        return "";
    }
}
