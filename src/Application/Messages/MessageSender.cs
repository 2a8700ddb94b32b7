using Microsoft.Extensions.Logging;
using Nots.Application.Common;
using Nots.Application.Storage;
using Nots.Domain.Messages;

namespace Nots.Application.Messages;

/// <summary>
/// Sends a notice once for its cause. It is written down before it is handed over and ticked off after: what a crash leaves
/// unticked is handed over again under the same message id.
/// </summary>
public sealed class MessageSender(
    IMessageStore messages, ITransactions transactions, IEmailSender email, ISmsSender sms, TimeProvider time, ILogger<MessageSender> logger)
{
    /// <summary>Why a message is given up that was tried again and again.</summary>
    public const string NotAccepted = "Not accepted after all retries.";

    /// <exception cref="ExternalServiceException">It was not accepted; try again later.</exception>
    public async Task SendAsync(string bookingId, Notice notice, CancellationToken cancellationToken)
    {
        var message = await WriteDownAsync(bookingId, notice, cancellationToken);
        if (message.Status != MessageStatus.Pending)
            return;
        try
        {
            await HandOverAsync(message, cancellationToken);
        }
        catch (ExternalServiceException exception) when (!exception.Transient)
        {
            // It will never be accepted: an address that does not exist, say.
            await GiveUpAsync(message, exception.Message, cancellationToken);
            return;
        }
        await SaveAsync(message with { Status = MessageStatus.Sent, SentAt = time.GetUtcNow(), LastError = null }, cancellationToken);
    }

    /// <summary>Puts what is still unsent on the list of dead letters.</summary>
    public async Task GiveUpAsync(string bookingId, Notice notice, string reason, CancellationToken cancellationToken)
    {
        var message = await WriteDownAsync(bookingId, notice, cancellationToken);
        if (message.Status == MessageStatus.Pending)
            await GiveUpAsync(message, reason, cancellationToken);
    }

    private async Task<Message> WriteDownAsync(string bookingId, Notice notice, CancellationToken cancellationToken)
    {
        var transaction = transactions.Begin();
        var message = transaction.Add(new Message
        {
            Id = notice.MessageId,
            BookingId = bookingId,
            Channel = notice.Channel,
            To = notice.To,
            Template = notice.Template,
            Subject = notice.Subject,
            Text = notice.Text,
            Status = MessageStatus.Pending,
        });
        if ((await transaction.CommitAsync(cancellationToken)).Committed)
            return message;
        return await messages.GetAsync(bookingId, notice.MessageId, cancellationToken)
            ?? throw new InvalidOperationException($"Message {notice.MessageId} of {bookingId} was there a moment ago.");
    }

    private Task HandOverAsync(Message message, CancellationToken cancellationToken)
    {
        var id = $"{message.BookingId}.{message.Id}";
        return message.Channel == Channel.Email
            ? email.SendAsync(new EmailMessage(id, message.To, message.Subject, message.Text, message.Template, message.BookingId), cancellationToken)
            : sms.SendAsync(new SmsMessage(id, message.To, message.Text, message.Template, message.BookingId), cancellationToken);
    }

    private async Task GiveUpAsync(Message message, string reason, CancellationToken cancellationToken)
    {
        logger.LogError("Message {MessageId} of {BookingId} goes to the dead letters", message.Id, message.BookingId);
        await SaveAsync(message with { Status = MessageStatus.DeadLetter, LastError = reason }, cancellationToken);
    }

    private async Task SaveAsync(Message message, CancellationToken cancellationToken)
    {
        var transaction = transactions.Begin();
        transaction.Update(message);
        await transaction.CommitAsync(cancellationToken);
    }
}
