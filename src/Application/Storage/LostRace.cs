namespace Nots.Application.Storage;

/// <summary>A write that lost its race against another is tried again from a fresh read, a few times, with jitter.</summary>
public static class LostRace
{
    /// <summary>How often in all. Who has lost so often tells its caller, who may come back.</summary>
    public const int Attempts = 8;

    /// <summary>Waits some milliseconds, longer each time, so that those who met do not meet again.</summary>
    /// <param name="attempt">Which one was lost, from 1.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static Task PauseAsync(int attempt, TimeProvider time, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * attempt)), time, cancellationToken);
}
