using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using Nots.Application.Common;
using Nots.Application.Messages;
using Nots.Integrations.Mail;

namespace Nots.Integrations.Tests.Mail;

public sealed class SmtpFaultTests(RefusingMailServer server) : IClassFixture<RefusingMailServer>
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("unknown@example.com", false, "550")]
    [InlineData("toobig@example.com", false, "552")]
    [InlineData("busy@example.com", true, "451")]
    [InlineData("full@example.com", true, "452")]
    public async Task A_refusal_is_for_good_or_for_now_as_the_server_says(string to, bool transient, string answer)
    {
        var fault = await FaultAsync(Options("open"), to);

        Assert.Equal(transient, fault.Transient);
        Assert.Contains(answer, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_tells_no_address()
    {
        var fault = await FaultAsync(Options("open"), "unknown@example.com");

        Assert.DoesNotContain("unknown@", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_hangs_up_is_worth_another_try() => Assert.True((await FaultAsync(Options("open"), "hangup@example.com")).Transient);

    [Fact]
    public async Task A_server_that_falls_silent_is_given_up_in_time_and_worth_another_try()
    {
        var sending = FaultAsync(Options("open"), "silent@example.com");
        Assert.True((await server.ReadAsync(Cancellation)).GetProperty("silent").GetBoolean());

        _time.Advance(TimeSpan.FromSeconds(30));

        var fault = await sending;
        Assert.True(fault.Transient);
        Assert.Contains("in time", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_worth_another_try()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.True((await FaultAsync(Options("open") with { Port = port }, "ada@example.com")).Transient);
    }

    [Theory]
    [InlineData("nots", "wrong", false)]
    [InlineData("locked", "right", true)]
    public async Task A_refused_password_is_for_good_unless_the_server_says_for_now(string user, string password, bool transient)
    {
        var fault = await FaultAsync(Options("clear") with { User = user, Password = password }, "ada@example.com");

        Assert.Equal(transient, fault.Transient);
        Assert.DoesNotContain(password, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_passwords_does_not_get_one() =>
        Assert.False((await FaultAsync(Options("open") with { User = "nots", Password = "right" }, "ada@example.com")).Transient);

    [Theory]
    [InlineData("starttls", SmtpTls.StartTls)]
    [InlineData("tls", SmtpTls.Implicit)]
    public async Task Mail_and_password_go_over_TLS(string name, SmtpTls tls)
    {
        var sender = new SmtpEmailSender(Options(name) with { Tls = tls, User = "nots", Password = "right" }, _time, server.Trust);

        await sender.SendAsync(Message("ada@example.com"), Cancellation);

        var taken = await server.ReadAsync(Cancellation);
        Assert.Equal((name, "nots", true), (taken.GetProperty("server").GetString(), taken.GetProperty("user").GetString(), taken.GetProperty("secure").GetBoolean()));
    }

    [Theory]
    [InlineData("starttls", SmtpTls.StartTls)]
    [InlineData("tls", SmtpTls.Implicit)]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted(string name, SmtpTls tls)
    {
        var fault = await FaultAsync(Options(name) with { Tls = tls, User = "nots", Password = "right" }, "ada@example.com");

        Assert.Contains("certificate", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_no_mail_in_the_clear() =>
        Assert.False((await FaultAsync(Options("clear") with { Tls = SmtpTls.StartTls, User = "nots", Password = "right" }, "ada@example.com")).Transient);

    private static EmailMessage Message(string to) => new("m1", to, "Hello", "Hello", "t");

    private SmtpOptions Options(string name) => new()
    {
        Host = "127.0.0.1",
        Port = server.PortOf(name),
        Tls = SmtpTls.None,
        From = "bookings@nots.example",
        Timeout = TimeSpan.FromSeconds(30),
    };

    private Task<ExternalServiceException> FaultAsync(SmtpOptions options, string to) =>
        Assert.ThrowsAsync<ExternalServiceException>(() => new SmtpEmailSender(options, _time).SendAsync(Message(to), Cancellation));
}
