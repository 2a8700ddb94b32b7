using Nots.Functions.Settings;
using Nots.Functions.Tests.Hosting;

namespace Nots.Functions.Tests.Settings;

public sealed class FunctionsSettingsTests
{
    private static readonly (string, string?)[] Production =
    [
        ("Nots:DynamoDb:Endpoint", null), ("Nots:DynamoDb:Environment", "production"),
        ("Nots:Identity:Authority", "https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_1"), ("Nots:Identity:ClientId", "nots-web"),
        ("Nots:Stripe:BaseAddress", null), ("Nots:Stripe:SecretKey", "sk_live_1"), ("Nots:Stripe:WebhookSecrets:0", "whsec_1"),
        ("Nots:SigningSecrets:0", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
        ("Nots:Smtp:Host", "smtp.example.com"), ("Nots:Smtp:From", "bookings@example.com"), ("Nots:Mailbox", null),
        ("Nots:DispatchEmail", "dispatch@example.com"), ("Nots:WebsiteUrl", "https://www.example.com"),
    ];

    [Fact]
    public void The_sample_starts_a_laptop()
    {
        var settings = FunctionsSettings.Load(App.Configuration(), development: true);

        Assert.True(settings.DynamoDb.IsLocal);
        Assert.Equal("http://127.0.0.1:7072/dev/issuer", settings.Common.Api.Identity.Authority);
    }

    [Fact]
    public void On_a_laptop_nothing_needs_to_be_set_but_what_the_host_itself_asks_for()
    {
        var host = FunctionsSettings.OfHost.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Example));
        var configuration = Configurations.Of(host);

        Assert.True(FunctionsSettings.Load(configuration, development: true).DynamoDb.IsLocal);
    }

    [Fact]
    public void Production_starts_with_settings_of_its_own()
    {
        var settings = FunctionsSettings.Load(App.Configuration(Production), development: false);

        Assert.Equal(("nots-main-table-production", null, null), (settings.DynamoDb.Table, settings.DynamoDb.Endpoint, settings.Options.Mailbox));
        Assert.Equal(32, Assert.Single(settings.Options.SigningKeys).Length);
    }

    [Fact]
    public void Production_refuses_everything_of_a_laptop_at_once()
    {
        var fault = Assert.Throws<InvalidSettingsException>(() => FunctionsSettings.Load(App.Configuration(
            ("Nots:SigningSecrets:0", FunctionsOptions.DevelopmentSigningSecret), ("Nots:Identity:ClientId", "nots-local"), ("Nots:Identity:RequireHttps", "false")), development: false));

        string[] expected = ["SigningSecrets", "Mailbox", "Stripe: the simulator", "Identity:Authority", "DynamoDb: the local table", "DispatchEmail", "WebsiteUrl"];
        Assert.All(expected, name => Assert.Contains(fault.Faults, line => line.StartsWith($"Nots:{name}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Nots:Stripe:SecretKey", "sk_test_local")]
    [InlineData("Nots:Identity:Authority", "https://localhost/issuer")]
    [InlineData("Nots:DynamoDb:Environment", "local")]
    [InlineData("Nots:Mailbox", "mailbox.jsonl")]
    [InlineData("Nots:SigningSecrets:1", FunctionsOptions.DevelopmentSigningSecret)]
    public void One_thing_of_a_laptop_is_enough_for_production_not_to_start(string setting, string value) => Assert.Single(
        Assert.Throws<InvalidSettingsException>(() => FunctionsSettings.Load(App.Configuration([.. Production, (setting, value)]), development: false)).Faults,
        fault => fault.Contains("laptop", StringComparison.Ordinal));

    [Fact]
    public void All_faults_are_told_at_once_and_none_tells_a_secret()
    {
        var fault = Assert.Throws<InvalidSettingsException>(() => FunctionsSettings.Load(
            App.Configuration([.. Production, ("Nots:SigningSecrets:0", "c2hvcnQ="), ("Nots:PaymentHold", "5"), ("Nots:Stirpe:SecretKey", "sk_live_2"), ("TaskHub", "")]),
            development: false));

        Assert.Equal(4, fault.Faults.Count);
        Assert.Contains(fault.Faults, line => line.StartsWith("Nots:PaymentHold", StringComparison.Ordinal));
        Assert.Contains(fault.Faults, line => line.Contains("Nots:Stirpe:SecretKey", StringComparison.Ordinal));
        Assert.Contains(fault.Faults, line => line.Contains("SigningSecrets must each be 32 bytes", StringComparison.Ordinal));
        Assert.Contains(fault.Faults, line => line.StartsWith("TaskHub is not set", StringComparison.Ordinal));
        Assert.DoesNotContain("c2hvcnQ=", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_live", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_mail_server_production_does_not_start() => Assert.Contains(
        Assert.Throws<InvalidSettingsException>(() => FunctionsSettings.Load(
            App.Configuration([.. Production, ("Nots:Smtp:Host", null), ("Nots:Smtp:From", null)]), development: false)).Faults,
        fault => fault.StartsWith("Nots:Smtp", StringComparison.Ordinal));

    [Fact]
    public void What_is_shown_of_the_settings_has_no_secrets()
    {
        var settings = FunctionsSettings.Load(App.Configuration(Production), development: false);

        Assert.Contains(settings.All, setting => setting is { Path: "SigningSecrets", Shown: "(secret)", IsDefault: false });
        Assert.DoesNotContain(settings.All, setting => setting.Shown.Contains("sk_live", StringComparison.Ordinal) || setting.Shown.Contains("whsec_1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.130.1")]
    [InlineData("::1")]
    public void The_platforms_own_front_ends_are_believed_who_the_client_is(string address) =>
        Assert.Contains(Networks.Private, network => System.Net.IPNetwork.Parse(network).Contains(System.Net.IPAddress.Parse(address)));

    [Fact]
    public void Nobody_outside_is() =>
        Assert.DoesNotContain(Networks.Private, network => System.Net.IPNetwork.Parse(network).Contains(System.Net.IPAddress.Parse("203.0.113.7")));
}
