using Microsoft.Extensions.DependencyInjection;
using Nots.Application.Common;
using Nots.Application.Messages;
using Nots.Integrations.Mail;
using Nots.Integrations.Mailbox;

namespace Nots.Integrations.Tests.Mail;

public sealed class CompositeEmailSenderTests : IDisposable
{
    private static readonly EmailMessage Message = new("m1", "ada@example.com", "Hello", "Hello", "t");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-composite-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_second_try_after_a_failed_one_shows_the_message_once()
    {
        using var mailbox = new FileMailbox(MailboxOptions, TimeProvider.System);
        var relay = new FailingOnce();
        var both = new CompositeEmailSender([mailbox, relay]);

        await Assert.ThrowsAsync<ExternalServiceException>(() => both.SendAsync(Message, TestContext.Current.CancellationToken));
        await both.SendAsync(Message, TestContext.Current.CancellationToken);

        Assert.Equal(2, relay.Tries);
        Assert.Single(mailbox.Read());
    }

    [Fact]
    public void The_host_wires_mailbox_and_mail_server_in_three_lines()
    {
        using var provider = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddFileMailbox(MailboxOptions)
            .AddSmtpEmail(new SmtpOptions { Host = "localhost", From = "bookings@nots.example" })
            .AddEmailToBoth<FileMailbox, SmtpEmailSender>()
            .BuildServiceProvider();

        Assert.IsType<CompositeEmailSender>(provider.GetRequiredService<IEmailSender>());
        Assert.IsType<FileMailbox>(provider.GetRequiredService<ISmsSender>());
    }

    private FileMailboxOptions MailboxOptions => new() { Path = Path.Combine(_folder.FullName, "mailbox.jsonl") };

    private sealed class FailingOnce : IEmailSender
    {
        public int Tries { get; private set; }

        public Task SendAsync(EmailMessage message, CancellationToken cancellationToken) =>
            ++Tries == 1 ? Task.FromException(new ExternalServiceException("mail", "busy", transient: true)) : Task.CompletedTask;
    }
}
