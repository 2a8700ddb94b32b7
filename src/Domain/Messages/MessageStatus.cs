namespace Nots.Domain.Messages;

public enum MessageStatus
{
    Pending,
    Sent,

    /// <summary>Given up after retries: staff see it and may send it again.</summary>
    DeadLetter,
}
