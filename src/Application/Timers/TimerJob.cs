namespace Nots.Application.Timers;

/// <summary>Work that time brings, whatever the host. A run that fails is repeated by the next; two at once do no harm.</summary>
/// <param name="Name">Stable.</param>
/// <param name="Every">From the start of one run to the start of the next.</param>
/// <param name="AtStart">Whether it also runs once when the host has started: for what a crash may have left behind.</param>
/// <param name="Run">The work, on the host's services.</param>
public sealed record TimerJob(string Name, TimeSpan Every, bool AtStart, Func<IServiceProvider, CancellationToken, Task> Run);
