using System.Collections.Concurrent;
using Nots.Application.Common;
using Nots.Application.Messages;

namespace Nots.Application.Tests.Platform;

/// <summary>Takes messages and keeps them; refuses whom it is told to refuse.</summary>
internal sealed class FakePost : IEmailSender, ISmsSender
{
    private readonly ConcurrentQueue<(string Id, string To, string Template, string Text)> _taken = new();

    public IReadOnlyCollection<(string Id, string To, string Template, string Text)> Taken => _taken;

    /// <summary>An address that is refused for good.</summary>
    public string? Refused { get; set; }

    /// <summary>How many of the next messages fail for the moment.</summary>
    public int FailuresToCome;

    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken) =>
        Take(message.MessageId, message.To, message.Template, message.Text);

    public Task SendAsync(SmsMessage message, CancellationToken cancellationToken) =>
        Take(message.MessageId, message.To, message.Template, message.Text);

    /// <summary>The templates sent to somebody, in order.</summary>
    public IEnumerable<string> TemplatesTo(string to) => _taken.Where(message => message.To == to).Select(message => message.Template);

    private Task Take(string id, string to, string template, string text)
    {
        if (to == Refused)
            throw new ExternalServiceException("SMTP", "550 no such mailbox", transient: false);
        if (Interlocked.Decrement(ref FailuresToCome) >= 0)
            throw new ExternalServiceException("SMTP", "451 try again", transient: true);
        Interlocked.Exchange(ref FailuresToCome, 0);
        _taken.Enqueue((id, to, template, text));
        return Task.CompletedTask;
    }
}
