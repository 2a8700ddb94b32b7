using System.Diagnostics;

namespace Nots.Durable.Store;

/// <summary>An activity to run. Its row goes when its outcome is in the history.</summary>
/// <param name="IsRecovered">Whether it was open when the process ended, so that it may be what ended it.</param>
/// <param name="Cause">The span of the turn that scheduled it; not stored, so none of one that is recovered.</param>
internal sealed record ActivityTask(TaskKey Key, string Name, string? Input, bool IsRecovered, ActivityContext Cause = default);
