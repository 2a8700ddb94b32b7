using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nots.Durable.Bench;

/// <summary>When each activity ran.</summary>
internal sealed class Ticks
{
    private readonly ConcurrentQueue<long> _times = new();

    public bool IsOn { get; set; }

    public void Add()
    {
        if (IsOn)
            _times.Enqueue(Stopwatch.GetTimestamp());
    }

    /// <summary>Milliseconds from each to the next, shortest first.</summary>
    public IReadOnlyList<double> Gaps() =>
        [.. _times.Zip(_times.Skip(1), (one, next) => Stopwatch.GetElapsedTime(one, next).TotalMilliseconds).Order()];
}
