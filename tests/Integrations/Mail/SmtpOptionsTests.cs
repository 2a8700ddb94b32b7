using Nots.Integrations.Mail;

namespace Nots.Integrations.Tests.Mail;

public sealed class SmtpOptionsTests
{
    private static readonly SmtpOptions Good = new() { Host = "mail.example.com", User = "nots", Password = "se-cret", From = "NOTS <bookings@nots.example>" };

    [Fact]
    public void Good_options_have_no_faults() => Assert.Empty(Good.Faults());

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var options = new SmtpOptions { Host = "not a host", Port = 0, Tls = (SmtpTls)9, User = "nots", From = "nobody", Timeout = TimeSpan.Zero };

        Assert.Equal(6, options.Faults().Count);
    }

    [Theory]
    [InlineData("mail.example.com", 1)]
    [InlineData("127.0.0.1", 0)]
    [InlineData("::1", 0)]
    [InlineData("localhost", 0)]
    public void A_password_leaves_the_machine_over_TLS_only(string host, int faults) =>
        Assert.Equal(faults, (Good with { Host = host, Tls = SmtpTls.None }).Faults().Count);

    [Theory]
    [InlineData("a@example.com, b@example.com")]
    [InlineData("NOTS <bookings@nots.example>\r\nBcc: eve@example.com")]
    public void A_sender_is_one_address(string from) => Assert.Single((Good with { From = from }).Faults());

    [Fact]
    public void They_are_printed_without_the_password() => Assert.DoesNotContain("se-cret", $"{Good}", StringComparison.Ordinal);
}
