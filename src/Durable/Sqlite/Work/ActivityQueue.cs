using System.Threading.Channels;
using Nots.Durable.Sqlite.Store;

namespace Nots.Durable.Sqlite.Work;

/// <summary>Activities that are committed, in order, for whoever fetches them.</summary>
internal sealed class ActivityQueue(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Channel<ActivityTask> _queue = Channel.CreateUnbounded<ActivityTask>();
    private int _open;

    /// <summary>How many wait or run.</summary>
    public int Backlog => Volatile.Read(ref _open);

    public void Add(ActivityTask task)
    {
        Interlocked.Increment(ref _open);
        _queue.Writer.TryWrite(task);
    }

    /// <exception cref="ChannelClosedException">The backend has stopped.</exception>
    public ValueTask<ActivityTask> NextAsync(CancellationToken cancellationToken) => _queue.Reader.ReadAsync(cancellationToken);

    /// <summary>It is done, or not wanted any more.</summary>
    public void Remove() => Interlocked.Decrement(ref _open);

    /// <summary>It was handed back undone and is tried again after a pause that grows.</summary>
    public void AddLater(ActivityTask task) => _ = AddAfterPauseAsync(task);

    public void Dispose() => _queue.Writer.TryComplete();

    private async Task AddAfterPauseAsync(ActivityTask task)
    {
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Clamp(task.Attempts - 1, 0, 6)));
        await Task.Delay(pause < LongestPause ? pause : LongestPause, time);
        _queue.Writer.TryWrite(task);
    }
}
