using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Nots.Emulators;

/// <summary>
/// Runs a program for as long as this process's standard input is open. Whoever started this process holds its other end, and the
/// system closes that with them, however they end. (Neither Java nor Node would notice by itself.) Two never have one folder: the
/// next waits until the program of the one before is gone.
/// </summary>
internal static class Guard
{
    /// <summary>Instead of a lock file: there is nothing to lock.</summary>
    public const string NoLock = "-";

    /// <summary>The program ends when its own standard input does.</summary>
    public const string EndsByItself = "ends";

    /// <summary>The program is killed: it has nothing to save.</summary>
    public const string IsKilled = "killed";

    /// <summary>How long a program that notices the end of its own standard input has to end by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="arguments">The lock file, whether the program <see cref="EndsByItself"/>, then the program and its arguments.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        using var held = arguments[0] == NoLock ? null : await LockAsync(arguments[0]);
        return await RunProgramAsync([.. arguments.Skip(2)], arguments[1] == EndsByItself);
    }

    private static async Task<int> RunProgramAsync(IReadOnlyList<string> command, bool endsByItself)
    {
        // Ctrl-C goes to all of a terminal's programs at once. The one that uses the emulator is to stop first.
        using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var program = Process.Start(StartInfo(command))!;
        if (!endsByItself)
            program.StandardInput.Close();
        var ended = program.WaitForExitAsync();
        await Task.WhenAny(ended, Console.OpenStandardInput().CopyToAsync(Stream.Null));
        if (endsByItself)
        {
            program.StandardInput.Close();
            await ended.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        program.Kill();
        await ended;
        return program.ExitCode;
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(started) < LockTimeout)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private static ProcessStartInfo StartInfo(IReadOnlyList<string> command)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(command[0], command.Skip(1))
            : new ProcessStartInfo("/bin/sh", ["-c", "trap '' INT; exec \"$0\" \"$@\"", .. command]);
        start.RedirectStandardInput = true;
        return start;
    }
}
