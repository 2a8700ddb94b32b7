namespace Nots.StripeSimulator.Switches;

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
