using System.CommandLine;

namespace Nots.StripeSimulator;

/// <summary>The program's options.</summary>
internal static class CommandLine
{
    public static RootCommand Build(Func<SimulatorOptions, Task<int>> run)
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen (loopback).", DefaultValueFactory = _ => SimulatorOptions.DefaultUrl };
        var data = new Option<string>("--data") { Description = "The folder of its state.", DefaultValueFactory = _ => Path.Combine(".nots", "stripe") };
        var webhookUrl = new Option<string?>("--webhook-url") { Description = "Where events are posted; \"\" for nowhere." };
        var webhookSecret = Many("--webhook-secret", "Signs events; give two during a rotation.");
        var webhookEvents = Many("--webhook-events", "The types of event to post; all unless given.");
        var secretKey = new Option<string?>("--secret-key") { Description = "The key that callers must have." };
        var publishableKey = new Option<string?>("--publishable-key") { Description = "The key that browsers have." };
        var parent = new Option<int?>("--parent-pid") { Description = "Stop when this process is gone." };
        var command = new RootCommand("A stand-in for Stripe: PaymentIntents, refunds, events and webhooks on this machine.")
        {
            urls, data, webhookUrl, webhookSecret, webhookEvents, secretKey, publishableKey, parent,
        };
        command.SetAction((parsed, _) =>
        {
            var usual = new SimulatorOptions { DataFolder = parsed.GetRequiredValue(data) };
            return run(usual with
            {
                Urls = parsed.GetRequiredValue(urls),
                WebhookUrl = parsed.GetValue(webhookUrl) ?? usual.WebhookUrl,
                WebhookSecrets = parsed.GetValue(webhookSecret) is { Length: > 0 } secrets ? secrets : usual.WebhookSecrets,
                WebhookEvents = parsed.GetValue(webhookEvents) is { Length: > 0 } events ? events : usual.WebhookEvents,
                SecretKey = parsed.GetValue(secretKey) ?? usual.SecretKey,
                PublishableKey = parsed.GetValue(publishableKey) ?? usual.PublishableKey,
                ParentProcessId = parsed.GetValue(parent),
            });
        });
        return command;
    }

    private static Option<string[]> Many(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };
}
