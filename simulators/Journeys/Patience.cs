namespace Nots.Journeys;

/// <summary>Looks again and again, ever more slowly, up to a limit. The pace keeps a demo far below the platform's request limits.</summary>
internal sealed class Patience(TimeProvider time, TimeSpan limit)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);

    public TimeSpan Limit => limit;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The first look that is enough, or the last one within the limit.</summary>
    public async Task<T> LookAsync<T>(Func<Task<T>> look, Func<T, bool> enough, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + limit;
        for (var wait = First; ; wait = TimeSpan.FromTicks(Math.Min((long)(wait.Ticks * 1.5), Longest.Ticks)))
        {
            var seen = await look();
            if (enough(seen) || time.GetUtcNow() >= end)
                return seen;
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Sleeps until just after an instant of the platform's, whose clock need not tick with ours.</summary>
    public Task SleepUntilAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        instant + Margin - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
}
