namespace Nots.LocalHost.Tests.Crash;

/// <summary>When what is killed.</summary>
/// <param name="AfterSteps">Of all bookings together: so kills fall into the work, however fast the machine.</param>
/// <param name="Delay">After that.</param>
internal sealed record PlannedKill(int AfterSteps, TimeSpan Delay, KillKind Kind);

internal enum KillKind
{
    /// <summary>The host; the simulator goes with it.</summary>
    Host,

    /// <summary>The simulator alone, and the host a moment later.</summary>
    SimulatorThenHost,

    /// <summary>The host, and the next one before it is ready.</summary>
    HostTwice,
}
