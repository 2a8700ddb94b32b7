using Microsoft.Extensions.Logging;
using Nots.Application.Common;
using Nots.Application.Storage;
using Nots.Domain.Bookings;
using Nots.Domain.Messages;

namespace Nots.Application.Messages;

/// <summary>
/// Sends a notice once for its cause. It is written down once it was handed over, or could not be: what a crash leaves in between
/// is handed over again under the same message id, which is made of the cause.
/// </summary>
public sealed class MessageSender(
    ITransactions transactions, IEmailSender email, ISmsSender sms, TimeProvider time, ILogger<MessageSender> logger)
{
    /// <summary>Why a message is given up that was tried again and again.</summary>
    public const string NotAccepted = "Not accepted after all retries.";

    /// <param name="booking">It is about.</param>
    /// <param name="notice">To be sent.</param>
    /// <param name="record">What was written down of its message; null when nothing was.</param>
    /// <param name="cancellationToken">The activity's.</param>
    /// <exception cref="ExternalServiceException">It was not accepted; try again later.</exception>
    public async Task SendAsync(Booking booking, Notice notice, Message? record, CancellationToken cancellationToken)
    {
        var message = record ?? Begin(booking, notice);
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
        catch (ExternalServiceException exception) when (record is null)
        {
            // Staff see what waits to be tried again.
            await WriteDownAsync(message with { LastError = exception.Message }, cancellationToken);
            throw;
        }
        await WriteDownAsync(message with { Status = MessageStatus.Sent, SentAt = time.GetUtcNow(), LastError = null }, cancellationToken);
    }

    /// <summary>Puts what is still unsent on the list of dead letters.</summary>
    public async Task GiveUpAsync(Booking booking, Notice notice, Message? record, string reason, CancellationToken cancellationToken)
    {
        var message = record ?? Begin(booking, notice);
        if (message.Status == MessageStatus.Pending)
            await GiveUpAsync(message, reason, cancellationToken);
    }

    private static Message Begin(Booking booking, Notice notice) => new()
    {
        Id = notice.MessageId,
        BookingId = booking.Id,
        Channel = notice.Channel,
        To = notice.To,
        Template = notice.Template,
        Subject = notice.Subject,
        Text = notice.Text,
        Status = MessageStatus.Pending,
    };

    private Task HandOverAsync(Message message, CancellationToken cancellationToken)
    {
        var id = $"{message.BookingId}.{message.Id}";
        return message.Channel == Channel.Email
            ? email.SendAsync(new EmailMessage(id, message.To, message.Subject, message.Text, message.Template, message.BookingId.Value), cancellationToken)
            : sms.SendAsync(new SmsMessage(id, message.To, message.Text, message.Template, message.BookingId.Value), cancellationToken);
    }

    private async Task GiveUpAsync(Message message, string reason, CancellationToken cancellationToken)
    {
        logger.LogError("Message {MessageId} of {BookingId} goes to the dead letters", message.Id, message.BookingId);
        await WriteDownAsync(message with { Status = MessageStatus.DeadLetter, LastError = reason }, cancellationToken);
    }

    /// <summary>What another run of the same activity wrote down in the meantime stands.</summary>
    private async Task WriteDownAsync(Message message, CancellationToken cancellationToken)
    {
        var transaction = transactions.Begin();
        _ = message.Version == 0 ? transaction.Add(message) : transaction.Update(message);
        await transaction.CommitAsync(cancellationToken);
    }
}
