namespace Nots.StripeSimulator.Switches;

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
