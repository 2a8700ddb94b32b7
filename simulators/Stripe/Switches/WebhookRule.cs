namespace Nots.StripeSimulator.Switches;

/// <summary>A switch that is on.</summary>
/// <param name="Type">The type of event it is for; null for all.</param>
/// <param name="Next">How many events it is still for; null until it is switched off.</param>
/// <param name="Delay">For <see cref="WebhookMode.Delay"/>.</param>
/// <param name="Window">For <see cref="WebhookMode.Reorder"/>: events turned round together.</param>
internal sealed record WebhookRule(WebhookMode Mode, string? Type, int? Next, TimeSpan Delay, int Window);
