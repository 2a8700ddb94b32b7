using Nots.Emulators;

namespace Nots.LocalHost.Emulation;

/// <summary>An emulator in a folder of its own, which can be started again at the same address.</summary>
internal interface IEmulatorKeeper
{
    /// <summary>Of the emulator.</summary>
    string Name { get; }

    int GuardProcessId { get; }

    /// <summary>Completes when it has ended.</summary>
    Task Exited { get; }

    /// <summary>What it said last.</summary>
    string LastWords { get; }

    /// <summary>Starts it again after it has ended.</summary>
    /// <exception cref="EmulatorException">It cannot be started.</exception>
    Task StartAgainAsync(CancellationToken cancellationToken);
}
