using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Nots.Emulators;

/// <summary>An emulator under a guard: it ends with this object and with this process, even when that is killed.</summary>
internal sealed class GuardedProcess : IAsyncDisposable
{
    private const int LinesKept = 20;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _name;
    private readonly Process _guard;
    private readonly ConcurrentQueue<string> _lastLines = new();
    private int _disposed;

    private GuardedProcess(string name, Process guard)
    {
        (_name, _guard) = (name, guard);
        guard.OutputDataReceived += (_, line) => Keep(line.Data);
        guard.ErrorDataReceived += (_, line) => Keep(line.Data);
        guard.BeginOutputReadLine();
        guard.BeginErrorReadLine();
        Exited = guard.WaitForExitAsync();
    }

    /// <summary>Of the guard, whose only child the emulator is.</summary>
    public int GuardProcessId => _guard.Id;

    /// <summary>Completes when the emulator has ended.</summary>
    public Task Exited { get; }

    /// <summary>What the emulator said last, for a message.</summary>
    public string LastWords => string.Join(Environment.NewLine, _lastLines);

    /// <param name="name">Of the emulator, for messages.</param>
    /// <param name="folder">The emulator's working directory.</param>
    /// <param name="lockFile">Held for as long as the emulator runs; null where there is nothing to lock.</param>
    /// <param name="endsByItself">Whether the emulator ends when its standard input does; else it is killed.</param>
    /// <param name="command">The emulator's program and its arguments.</param>
    public static GuardedProcess Start(string name, string folder, string? lockFile, bool endsByItself, IEnumerable<string> command)
    {
        var start = new ProcessStartInfo(
            DotNet(),
            [
                Path.Combine(AppContext.BaseDirectory, "Nots.Emulators.dll"),
                lockFile ?? Guard.NoLock, endsByItself ? Guard.EndsByItself : Guard.IsKilled, .. command,
            ])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new GuardedProcess(name, Process.Start(start)!);
    }

    /// <summary>Tries whether a program is on the path.</summary>
    /// <exception cref="EmulatorException">It is not: <paramref name="otherwise"/>.</exception>
    public static async Task RequireAsync(string program, string versionOption, string otherwise, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, [versionOption]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(cancellationToken),
                process.StandardError.ReadToEndAsync(cancellationToken),
                process.WaitForExitAsync(cancellationToken));
        }
        catch (Win32Exception fault)
        {
            throw new EmulatorException(otherwise, fault);
        }
    }

    /// <summary>Waits until all addresses answer, whatever they answer.</summary>
    /// <exception cref="EmulatorException">It ended, or took too long.</exception>
    public async Task AnswersAsync(IReadOnlyList<Uri> addresses, TimeProvider time, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var started = time.GetTimestamp();
        foreach (var address in addresses)
        {
            while (!await AnswersAsync(http, address, cancellationToken))
            {
                if (Exited.IsCompleted)
                    throw new EmulatorException($"{_name} ended while it started:{Environment.NewLine}{LastWords}");
                if (time.GetElapsedTime(started) > StartTimeout)
                    throw new EmulatorException($"{_name} did not answer within {StartTimeout.TotalSeconds} s:{Environment.NewLine}{LastWords}");
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    /// <summary>Ends the emulator.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        _guard.StandardInput.Close();
        try
        {
            await Exited.WaitAsync(StopTimeout);
        }
        catch (TimeoutException)
        {
            _guard.Kill(entireProcessTree: true);
            await Exited;
        }

        _guard.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(address, cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>The <c>dotnet</c> that runs this process, which need not be on the path.</summary>
    private static string DotNet() => Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        _lastLines.Enqueue(line);
        while (_lastLines.Count > LinesKept)
            _lastLines.TryDequeue(out _);
    }
}
