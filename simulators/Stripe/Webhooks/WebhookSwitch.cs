namespace Nots.StripeSimulator.Webhooks;

/// <summary>Disturbs the delivery of webhooks. Not kept over a restart.</summary>
internal sealed class WebhookSwitch
{
    private readonly Lock _lock = new();
    private readonly List<WebhookRule> _rules = [];

    public IReadOnlyList<WebhookRule> Current
    {
        get
        {
            lock (_lock)
                return [.. _rules];
        }
    }

    public void Add(WebhookRule rule)
    {
        lock (_lock)
            _rules.Add(rule);
    }

    public void Clear()
    {
        lock (_lock)
            _rules.Clear();
    }

    /// <summary>What happens to an event of this type: the first rule that is for it, counted down.</summary>
    public WebhookRule? Take(string type)
    {
        lock (_lock)
        {
            var index = _rules.FindIndex(rule => rule.Type is null || rule.Type == type);
            if (index < 0)
                return null;
            var rule = _rules[index];
            if (rule.Next is > 1)
                _rules[index] = rule with { Next = rule.Next - 1 };
            else if (rule.Next is not null)
                _rules.RemoveAt(index);
            return rule;
        }
    }
}

/// <summary>A switch that is on.</summary>
/// <param name="Type">The type of event it is for; null for all.</param>
/// <param name="Next">How many events it is still for; null until it is switched off.</param>
/// <param name="Delay">For <see cref="WebhookMode.Delay"/>.</param>
/// <param name="Window">For <see cref="WebhookMode.Reorder"/>: events turned round together.</param>
internal sealed record WebhookRule(WebhookMode Mode, string? Type, int? Next, TimeSpan Delay, int Window);

/// <summary>What may happen to a webhook on its way.</summary>
internal enum WebhookMode
{
    /// <summary>Posted later.</summary>
    Delay,

    /// <summary>Never posted. The event can still be asked for.</summary>
    Drop,

    /// <summary>Posted twice.</summary>
    Duplicate,

    /// <summary>Held until as many as the window are there (or a second has passed), then posted last one first, one by one.</summary>
    Reorder,
}
