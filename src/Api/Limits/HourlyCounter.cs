using System.Collections.Concurrent;

namespace Nots.Api.Limits;

/// <summary>Counts by key within the present clock hour, in bounded memory.</summary>
/// <param name="most">
/// Keys kept. When there are more in one hour all counts start afresh: whoever can send from so many addresses is not held up by a
/// limit per address, and everybody else must not be either.
/// </param>
internal sealed class HourlyCounter(int most)
{
    private Hour _hour = new(0);

    /// <summary>One more for the key; how many that makes in the hour.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="hour">Hours since the epoch. A clock that goes back goes on counting in the later hour.</param>
    public int Count(string key, long hour)
    {
        var current = Volatile.Read(ref _hour);
        if (hour > current.Number || current.Keys >= most)
            current = Replace(current, Math.Max(hour, current.Number));
        return current.Add(key);
    }

    private Hour Replace(Hour seen, long number)
    {
        var fresh = new Hour(number);
        var before = Interlocked.CompareExchange(ref _hour, fresh, seen);
        return ReferenceEquals(before, seen) ? fresh : before;
    }

    private sealed class Hour(long number)
    {
        private readonly ConcurrentDictionary<string, StrongBox> _counts = new(StringComparer.Ordinal);
        private int _keys;

        public long Number { get; } = number;

        // ConcurrentDictionary.Count takes every lock.
        public int Keys => Volatile.Read(ref _keys);

        public int Add(string key)
        {
            if (!_counts.TryGetValue(key, out var count))
            {
                count = new StrongBox();
                if (_counts.TryAdd(key, count))
                    Interlocked.Increment(ref _keys);
                else
                    count = _counts[key];
            }
            return Interlocked.Increment(ref count.Value);
        }
    }

    private sealed class StrongBox
    {
        public int Value;
    }
}
