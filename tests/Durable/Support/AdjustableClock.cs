namespace Nots.Durable.Tests.Support;

/// <summary>A clock that somebody sets back.</summary>
internal sealed class AdjustableClock(TimeProvider inner) : TimeProvider
{
    public TimeSpan SetBackBy { get; set; }

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() - SetBackBy;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
