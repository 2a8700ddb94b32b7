using Microsoft.Extensions.DependencyInjection;
using Nots.Integrations.Stripe;

namespace Nots.Integrations.Tests.Stripe;

public sealed class StripeOptionsTests
{
    private static readonly StripeOptions Good = new() { SecretKey = "sk_live_abc123", WebhookSecrets = ["whsec_xyz789"] };

    [Fact]
    public void Good_options_have_no_fault() => Assert.Empty(Good.Faults());

    [Fact]
    public void The_simulator_may_be_reached_without_encryption_on_this_machine() =>
        Assert.Empty(new StripeOptions { BaseAddress = new Uri("http://127.0.0.1:12111") }.Faults());

    [Fact]
    public void The_simulators_key_does_not_go_to_Stripe() =>
        Assert.Contains("SecretKey", Assert.Single(new StripeOptions { WebhookSecrets = ["whsec_xyz789"] }.Faults()), StringComparison.Ordinal);

    [Fact]
    public void The_simulators_webhook_secret_does_not_sign_for_Stripe() =>
        Assert.Contains("WebhookSecrets", Assert.Single((Good with { WebhookSecrets = ["whsec_xyz789", StripeOptions.SimulatorWebhookSecret] }).Faults()), StringComparison.Ordinal);

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var wrong = new StripeOptions
        {
            SecretKey = "pk_live_abc123",
            WebhookSecrets = ["a", "b", "c"],
            BaseAddress = new Uri("http://api.stripe.example"),
            Timeout = TimeSpan.Zero,
            WebhookTolerance = TimeSpan.FromDays(1),
        };

        Assert.Equal(6, wrong.Faults().Count);
        var fault = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddStripe(wrong));
        Assert.All(wrong.Faults(), sentence => Assert.Contains(sentence, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Secrets_are_not_printed()
    {
        var printed = Good.ToString();

        Assert.DoesNotContain("abc123", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("xyz789", printed, StringComparison.Ordinal);
        Assert.Contains("sk_live_…", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_do_not_tell_secrets() =>
        Assert.All(
            (Good with { SecretKey = "secret-abc123", WebhookSecrets = ["xyz789"] }).Faults(),
            fault => Assert.False(fault.Contains("abc123", StringComparison.Ordinal) || fault.Contains("xyz789", StringComparison.Ordinal)));
}
