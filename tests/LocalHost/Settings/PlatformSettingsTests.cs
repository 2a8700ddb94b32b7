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

    [Fact]
    public void Azure_Storage_is_an_Azurite_beside_it_unless_it_is_said_where()
    {
        Assert.True(Load(("Durable", "azure-storage")).AzureStorage.IsLocal);
        Assert.False(Load([("Durable", "azure-storage"), .. Shared, ("AzureStorage:AccountName", "notsdev")]).AzureStorage.IsLocal);
    }

    [Theory]
    [InlineData("ConnectionString", "AccountName=x", "AzureStorage:ConnectionString is not a connection string")]
    [InlineData("AccountName", "Nots-Dev", "AzureStorage:AccountName 'Nots-Dev' is not the name of a storage account")]
    [InlineData("IdentityClientId", "1234", "AzureStorage:IdentityClientId is of no use without AccountName")]
    [InlineData("TaskHub", "nots-dev", "AzureStorage:TaskHub 'nots-dev' must be 3 to 45 letters and digits")]
    [InlineData("PartitionCount", "17", "AzureStorage:PartitionCount (17) must be from 1 to 16")]
    [InlineData("TakeOverAfter", "00:00:05", "AzureStorage:TakeOverAfter (00:00:05) must be from ten seconds to five minutes")]
    public void A_setting_of_Azure_Storage_that_makes_no_sense_is_told(string name, string value, string fault)
    {
        var told = Assert.Throws<StartFailedException>(() => Load([("Durable", "azure-storage"), .. Shared, ("AzureStorage:" + name, value)]));
        Assert.Contains(fault, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_shares_orchestrations_must_share_the_table_and_the_secrets()
    {
        var told = Assert.Throws<StartFailedException>(() => Load(("Durable", "azure-storage"), ("AzureStorage:AccountName", "notsdev")));
        Assert.Contains("must share the table", told.Message, StringComparison.Ordinal);
        Assert.Contains("the same SigningSecrets", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_is_not_shown()
    {
        var settings = Load([("Durable", "azure-storage"), .. Shared, ("AzureStorage:ConnectionString", "UseDevelopmentStorage=true")]);
        Assert.Equal("(secret)", settings.All.Single(setting => setting.Path == "AzureStorage:ConnectionString").Shown);
    }

    private static (string Name, string Value)[] Shared =>
        [("Store", "dynamodb"), ("DynamoDb:Region", "eu-west-2"), ("SigningSecrets:0", Convert.ToBase64String(new byte[32]))];

    private static PlatformSettings Load(params (string Name, string Value)[] settings) => PlatformSettings.Load(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Nots:" + setting.Name, (string?)setting.Value))).Build());
}
