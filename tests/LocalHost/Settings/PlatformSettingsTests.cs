using Microsoft.Extensions.Configuration;
using Nots.LocalHost.Settings;

namespace Nots.LocalHost.Tests.Settings;

public sealed class PlatformSettingsTests
{
    [Fact]
    public void With_nothing_set_everything_is_on_this_machine()
    {
        var settings = Load();
        Assert.Equal(("http://127.0.0.1:7071", "http://127.0.0.1:12111/"), (settings.Host.Urls, settings.Stripe.BaseAddress.ToString()));
        Assert.Equal("http://127.0.0.1:7071/dev/issuer", settings.Common.Api.Identity.Authority);
        Assert.True(settings.SimulatesStripe);
        Assert.True(settings.Host.OnLoopback);
        Assert.Null(settings.Smtp);
    }

    [Theory]
    [InlineData("http://localhost:8080", true)]
    [InlineData("http://[::1]:8080", true)]
    [InlineData("http://127.0.0.1:8080;http://127.0.0.2:8081", true)]
    [InlineData("http://0.0.0.0:8080", false)]
    [InlineData("http://127.0.0.1:8080;http://10.0.0.1:8080", false)]
    [InlineData("http://127.0.0.1.example.com:8080", false)]
    public void Only_an_address_of_this_machine_is_its_own(string urls, bool own)
    {
        if (own)
            Assert.Equal(urls, Load(("Urls", urls)).Host.Urls);
        else
            Assert.Contains("can be reached from other machines", Assert.Throws<StartFailedException>(() => Load(("Urls", urls))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1:8443")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:8080/path")]
    public void An_address_that_cannot_be_listened_at_is_refused(string urls) =>
        Assert.Throws<StartFailedException>(() => Load(("Urls", urls)));

    [Fact]
    public void Where_other_machines_reach_it_an_identity_provider_must_be_named()
    {
        var fault = Assert.Throws<StartFailedException>(() => Load(("Urls", "http://0.0.0.0:8080"), ("AllowNonLoopback", "true")));
        Assert.Contains("Nots:Identity: Authority", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_other_machines_reach_it_there_are_no_development_conveniences()
    {
        var settings = Load(
            ("Urls", "http://0.0.0.0:8080"), ("AllowNonLoopback", "true"),
            ("Identity:Authority", "https://id.example.com"), ("Identity:ClientId", "website"), ("Stripe:WebhookSecrets:0", "whsec_own"));
        Assert.False(settings.Host.OnLoopback);
    }

    [Fact]
    public void Where_other_machines_reach_it_webhooks_need_a_secret_that_is_one()
    {
        var fault = Assert.Throws<StartFailedException>(() => Load(
            ("Urls", "http://0.0.0.0:8080"), ("AllowNonLoopback", "true"),
            ("Identity:Authority", "https://id.example.com"), ("Identity:ClientId", "website")));
        Assert.Contains("Nots:Stripe:WebhookSecrets has the simulator's secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_an_address_elsewhere_no_simulator_stands_in_for_Stripe() =>
        Assert.False(Load(("Stripe:BaseAddress", "https://api.stripe.com"), ("Stripe:SecretKey", "sk_test_1"), ("Stripe:WebhookSecrets:0", "whsec_own")).SimulatesStripe);

    private static PlatformSettings Load(params (string Name, string Value)[] settings) => PlatformSettings.Load(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Nots:" + setting.Name, (string?)setting.Value))).Build());
}
