using Nots.Application.Messages;

namespace Nots.Cost.Bench.Platform;

/// <summary>Takes every message, and counts them.</summary>
internal sealed class Post : IEmailSender, ISmsSender
{
    private int _taken;

    public int Taken => _taken;

    public Task SendAsync(EmailMessage message, CancellationToken cancellationToken) => Take();

    public Task SendAsync(SmsMessage message, CancellationToken cancellationToken) => Take();

    private Task Take()
    {
        Interlocked.Increment(ref _taken);
        return Task.CompletedTask;
    }
}
