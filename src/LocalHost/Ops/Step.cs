using System.Text.Json;

namespace Nots.LocalHost.Ops;

/// <summary>One step of a timeline: something that began and, mostly, ended.</summary>
internal sealed record Step(DateTimeOffset At, string Title, StepState State)
{
    /// <summary>Until when a timer waits, UTC; null for anything else.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>How long it took; null while it is under way, and for what happens at once.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>Why it failed, or was done; null where nothing is to be said.</summary>
    public string? Remark { get; init; }

    /// <summary>What it was given; undefined where there is nothing.</summary>
    public JsonElement Given { get; init; }

    /// <summary>Whether the orchestration did something with it, as opposed to being told or waiting.</summary>
    public bool IsAction { get; init; }

    /// <summary>What came out of it; undefined where there is nothing.</summary>
    public JsonElement Result { get; init; }
}
