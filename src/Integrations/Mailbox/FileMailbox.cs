using Nots.Application.Common;
using Nots.Application.Messages;

namespace Nots.Integrations.Mailbox;

/// <summary>
/// The local stand-in for post and telephone: messages go to a file and can be read back. The same message id is taken once per
/// channel. Safe for many threads, for one process.
/// </summary>
public sealed class FileMailbox : IEmailSender, ISmsSender, IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly int _shown;
    private readonly HashSet<(string Channel, string MessageId)> _taken = [];
    private readonly List<MailboxMessage> _messages = [];
    private readonly MailboxFile _file;

    /// <exception cref="IOException">The file cannot be opened, or another process has it open.</exception>
    /// <exception cref="InvalidDataException">The file is not a mailbox.</exception>
    public FileMailbox(FileMailboxOptions options, TimeProvider time)
    {
        _time = time;
        _shown = options.Shown;
        _file = MailboxFile.Open(options.Path, Show);
    }

    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken) => Take(new MailboxMessage(
        "email", message.To, message.Template, message.Subject, message.Text, message.BookingId, _time.GetUtcNow(), message.MessageId));

    public Task SendAsync(SmsMessage message, CancellationToken cancellationToken) => Take(new MailboxMessage(
        "sms", message.To, message.Template, null, message.Text, message.BookingId, _time.GetUtcNow(), message.MessageId));

    /// <summary>Messages, newest first.</summary>
    /// <param name="to">Only those to this address or number; null for all.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<MailboxMessage> Read(string? to = null, int limit = 100)
    {
        var read = new List<MailboxMessage>();
        lock (_gate)
        {
            for (var at = _messages.Count - 1; at >= 0 && read.Count < limit; at--)
            {
                if (to is null || string.Equals(_messages[at].To, to, StringComparison.OrdinalIgnoreCase))
                    read.Add(_messages[at]);
            }
        }

        return read;
    }

    public void Dispose()
    {
        lock (_gate)
            _file.Dispose();
    }

    private Task Take(MailboxMessage message)
    {
        lock (_gate)
        {
            if (_taken.Contains((message.Channel, message.MessageId)))
                return Task.CompletedTask;
            try
            {
                _file.Append(message);
            }
            catch (IOException fault)
            {
                return Task.FromException(new ExternalServiceException("mailbox", "The message could not be written.", transient: true, fault));
            }

            Show(message);
        }

        return Task.CompletedTask;
    }

    private void Show(MailboxMessage message)
    {
        _taken.Add((message.Channel, message.MessageId));
        _messages.Add(message);
        // Dropping the older half at once keeps an addition cheap.
        if (_messages.Count >= _shown * 2)
            _messages.RemoveRange(0, _messages.Count - _shown);
    }
}
