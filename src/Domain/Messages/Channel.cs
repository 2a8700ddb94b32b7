namespace Nots.Domain.Messages;

public enum Channel
{
    Email,
    Sms,
}
