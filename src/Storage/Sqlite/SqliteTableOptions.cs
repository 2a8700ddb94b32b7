namespace Nots.Storage.Sqlite;

/// <param name="Path">The file; its folder exists. Beside it stand the write-ahead log (<c>-wal</c>, <c>-shm</c>) and the lock (<c>.lock</c>).</param>
public sealed record SqliteTableOptions(string Path)
{
    /// <summary>How many reads run at once; more wait their turn.</summary>
    public int Readers { get; init; } = Math.Clamp(Environment.ProcessorCount, 4, 16);

    /// <summary>How many write requests may wait for the writer; more wait for room.</summary>
    public int QueueCapacity { get; init; } = 1024;

    /// <summary>How long a request waits for its turn before the table counts as unavailable.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The clock of <see cref="Deadline"/>. It is not the clock by which items expire, so that a test which moves that one by days
    /// does not time out the requests under way.
    /// </summary>
    public TimeProvider DeadlineClock { get; init; } = TimeProvider.System;

    /// <summary>How often expired items are deleted. Reads never see them, swept or not.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an expired item is kept nevertheless: a clock that is set back by less than this loses nothing.</summary>
    public TimeSpan SweepDelay { get; init; } = TimeSpan.FromHours(1);
}
