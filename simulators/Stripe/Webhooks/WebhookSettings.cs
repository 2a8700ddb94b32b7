namespace Nots.StripeSimulator.Webhooks;

/// <summary>Where events go and how they are signed. Changed while running by a switch; a restart takes the options again.</summary>
/// <param name="Url">Null for nowhere.</param>
internal sealed record WebhookSettings(Uri? Url, IReadOnlyList<string> Secrets, IReadOnlyList<string> Events)
{
    public static WebhookSettings From(SimulatorOptions options) => new(
        options.WebhookUrl.Length == 0 ? null : new Uri(options.WebhookUrl), options.WebhookSecrets, options.WebhookEvents);

    public bool Wants(string type) => Url is not null && (Events.Contains("*") || Events.Contains(type));
}
