using Microsoft.Extensions.Time.Testing;
using Nots.Application.Common;
using Nots.Application.Messages;
using Nots.Integrations.Mail;

namespace Nots.Integrations.Tests.Mail;

public sealed class SmtpEmailSenderTests(ReadingMailServer server) : IClassFixture<ReadingMailServer>
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 12, 10, 14, 30, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_email_arrives_as_it_was_written()
    {
        await SendAsync(new EmailMessage("m1", "ada@example.com", "Your booking — £12.28", "Dear Ada,\n£12.28", "booking-confirmed", "booking_1", "<p>Dear Ada, £12.28</p>"));

        var mail = Assert.Single(await server.ReadAsync("ada@example.com", Cancellation));
        Assert.Equal("Your booking — £12.28", mail.GetProperty("subject").GetString());
        Assert.Equal("Dear Ada,\n£12.28", mail.GetProperty("text").GetString()!.Trim());
        Assert.Equal("<p>Dear Ada, £12.28</p>", mail.GetProperty("html").GetString()!.Trim());
        Assert.Equal("bookings@nots.example", mail.GetProperty("from")[0].GetProperty("address").GetString());
        Assert.Equal("NOTS", mail.GetProperty("from")[0].GetProperty("name").GetString());
        Assert.Contains("Thu, 10 Dec 2026 14:30:00 +0000", await server.ReadSourceAsync(mail, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_sent_again_has_the_same_Message_Id()
    {
        var message = new EmailMessage("booking_1:confirmed.email", "twice@example.com", "Hello", "Hello", "t");
        await SendAsync(message);
        await SendAsync(message);

        var mails = await server.ReadAsync("twice@example.com", Cancellation);
        Assert.Equal(
            ["<booking_1%3Aconfirmed%2Eemail@nots.example>", "<booking_1%3Aconfirmed%2Eemail@nots.example>"],
            mails.Select(mail => mail.GetProperty("headers").GetProperty("message-id").GetString()));
    }

    [Theory]
    [InlineData("Hello\r\nBcc: eve@example.com", "crlf@example.com")]
    [InlineData("Hello\nBcc: eve@example.com", "lf@example.com")]
    [InlineData("Hello\r\n\r\nBcc: eve@example.com", "body@example.com")]
    public async Task A_line_break_in_a_subject_begins_no_header(string subject, string to)
    {
        await SendAsync(new EmailMessage("m2", to, subject, "Hello", "t"));

        var mail = Assert.Single(await server.ReadAsync(to, Cancellation));
        Assert.StartsWith("Hello", mail.GetProperty("subject").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("Bcc: eve@example.com", mail.GetProperty("subject").GetString(), StringComparison.Ordinal);
        Assert.Empty(await server.ReadAsync("eve@example.com", Cancellation));
        Assert.DoesNotContain("\nBcc:", await server.ReadSourceAsync(mail, Cancellation), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_line_break_in_a_message_id_begins_no_header()
    {
        await SendAsync(new EmailMessage("m3>\r\nBcc: eve@example.com", "id@example.com", "Hello", "Hello", "t"));

        Assert.DoesNotContain("\nBcc:", await server.ReadSourceAsync(Assert.Single(await server.ReadAsync("id@example.com", Cancellation)), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_with_lone_dots_and_long_lines_arrives_whole()
    {
        var text = $"before\n.\nafter {new string('x', 2_000)}\n.hidden";
        await SendAsync(new EmailMessage("m4", "dots@example.com", "Dots", text, "t"));

        var mail = Assert.Single(await server.ReadAsync("dots@example.com", Cancellation));
        Assert.Equal(text, mail.GetProperty("text").GetString()!.TrimEnd('\n'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@example.com")]
    [InlineData("ada@example.com, eve@example.com")]
    [InlineData("ada@example.com\r\nBcc: eve@example.com")]
    [InlineData("Ada <ada@example.com>")]
    [InlineData("friends: ada@example.com, eve@example.com;")]
    [InlineData("\"ada\"@example.com")]
    public async Task What_is_not_one_plain_address_is_refused_for_good(string to)
    {
        var fault = await Assert.ThrowsAsync<ExternalServiceException>(() => SendAsync(new EmailMessage("m5", to, "Hello", "Hello", "t")));

        Assert.False(fault.Transient);
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_fault_of_the_server() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sender().SendAsync(new EmailMessage("m6", "a@example.com", "x", "x", "t"), new CancellationToken(canceled: true)));

    private Task SendAsync(EmailMessage message) => Sender().SendAsync(message, Cancellation);

    private SmtpEmailSender Sender() => new(
        new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Tls = SmtpTls.None, From = "NOTS <bookings@nots.example>" }, _time);
}
