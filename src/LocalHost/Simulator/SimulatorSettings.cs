namespace Nots.LocalHost.Simulator;

/// <summary>How the Stripe simulator beside this process is set up; its keys and secrets are the ones that our adapter uses.</summary>
/// <param name="Url">Where it listens.</param>
/// <param name="WebhookUrl">Where it posts events.</param>
internal sealed record SimulatorSettings(
    string Url, string DataFolder, string WebhookUrl, string SecretKey, IReadOnlyList<string> WebhookSecrets);
