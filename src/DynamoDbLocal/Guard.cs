using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Nots.DynamoDbLocal;

/// <summary>
/// Runs a program for as long as this process's standard input is open. Whoever started this process holds its other end, and the
/// system closes that with them, however they end. (Java has nothing of its own that would notice.)
/// </summary>
internal static class Guard
{
    public static async Task<int> RunAsync(IReadOnlyList<string> command)
    {
        // Ctrl-C goes to all of a terminal's programs at once. The one that uses the table is to stop first.
        using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var program = Process.Start(StartInfo(command))!;
        program.StandardInput.Close();
        var ended = program.WaitForExitAsync();
        await Task.WhenAny(ended, Console.OpenStandardInput().CopyToAsync(Stream.Null));
        program.Kill();
        await ended;
        return program.ExitCode;
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
