namespace Nots.StripeSimulator;

/// <summary>How the simulator is set up. The defaults are those of a laptop.</summary>
public sealed record SimulatorOptions
{
    public const string DefaultUrl = "http://127.0.0.1:12111";

    /// <summary>Where it listens; loopback, port 0 for any free one.</summary>
    public string Urls { get; init; } = DefaultUrl;

    /// <summary>The folder of its state; made when it is not there.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where events are posted; empty for nowhere.</summary>
    public string WebhookUrl { get; init; } = "http://127.0.0.1:7071/v1/webhooks/stripe";

    /// <summary>What deliveries are signed with: one secret, or two during a rotation (a signature for each).</summary>
    public IReadOnlyList<string> WebhookSecrets { get; init; } = ["whsec_local"];

    /// <summary>The types of event that are posted; <c>*</c> for all. Others are only kept.</summary>
    public IReadOnlyList<string> WebhookEvents { get; init; } = ["*"];

    public string SecretKey { get; init; } = "sk_test_local";

    /// <summary>What a browser uses, together with an intent's client secret.</summary>
    public string PublishableKey { get; init; } = "pk_test_local";

    /// <summary>The process that this one must not outlive.</summary>
    public int? ParentProcessId { get; init; }

    /// <summary>How long an idempotency key is in force, as at Stripe.</summary>
    public TimeSpan IdempotencyLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The wait after a delivery's first failure; it doubles with each further one.</summary>
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest wait between two tries. (Stripe's is hours: a laptop is not so patient.)</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After this an event is given up, as at Stripe.</summary>
    public TimeSpan DeliveryLifetime { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How long the receiver of a webhook may take.</summary>
    public TimeSpan DeliveryTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>All that is wrong; empty when nothing is.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        foreach (var url in Urls.Split(';'))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var listen) || listen.Scheme != Uri.UriSchemeHttp || !listen.IsLoopback)
                faults.Add($"urls: '{url}' is not an http address of this machine's loopback, such as {DefaultUrl}");
        }

        if (string.IsNullOrWhiteSpace(DataFolder))
            faults.Add("data: a folder is needed");
        if (WebhookUrl.Length > 0 && !IsHttp(WebhookUrl))
            faults.Add($"webhook-url: '{WebhookUrl}' is not an http(s) address");
        if (WebhookSecrets.Count is 0 or > 2 || WebhookSecrets.Any(string.IsNullOrWhiteSpace))
            faults.Add("webhook-secret: one or two are needed");
        if (string.IsNullOrWhiteSpace(SecretKey) || SecretKey == PublishableKey)
            faults.Add("secret-key: one is needed, other than the publishable key");
        if (ParentProcessId is <= 0)
            faults.Add("parent-pid: a process id is needed");
        return faults;
    }

    private static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps);
}
