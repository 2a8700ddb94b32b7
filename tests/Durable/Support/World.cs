using System.Collections.Concurrent;

namespace Nots.Durable.Tests.Support;

/// <summary>What lies outside the backend: keeps what was done, and does it as the test says.</summary>
internal sealed class World
{
    /// <summary>The one activity: text in, text out.</summary>
    public const string Activity = "work";

    private readonly ConcurrentQueue<string> _done = new();

    /// <summary>What each call of the activity was given, in order.</summary>
    public IReadOnlyList<string> Done => [.. _done];

    /// <summary>By default the input with an exclamation mark.</summary>
    public Func<string, Task<string>> Work { get; set; } = input => Task.FromResult(input + "!");

    /// <summary>How often the activity was called with this input.</summary>
    public int Count(string input) => Done.Count(done => done == input);

    public Task<string> WorkAsync(string input)
    {
        _done.Enqueue(input);
        return Work(input);
    }
}
