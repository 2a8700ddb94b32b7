namespace Nots.StripeSimulator.Webhooks;

/// <summary>The one receiver of events, as it is set now.</summary>
internal sealed class WebhookEndpoint(WebhookSettings settings)
{
    private volatile WebhookSettings _settings = settings;

    public WebhookSettings Settings
    {
        get => _settings;
        set => _settings = value;
    }
}
