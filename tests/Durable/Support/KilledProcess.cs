using System.Diagnostics;

namespace Nots.Durable.Tests.Support;

/// <summary>A process with a backend, to be killed.</summary>
internal sealed class KilledProcess : IDisposable
{
    private readonly Process _process;

    private KilledProcess(Process process) => _process = process;

    public static KilledProcess Start(string databasePath, string diaryPath, int instances, int steps)
    {
        var program = Path.Combine(
            AppContext.BaseDirectory.Replace($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}",
                $"{Path.DirectorySeparatorChar}KilledProcess{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal),
            "Nots.Durable.KilledProcess.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            ArgumentList = { program, databasePath, diaryPath, $"{instances}", $"{steps}" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new KilledProcess(Process.Start(start)!);
    }

    public bool HasEnded => _process.HasExited;

    public async Task StartedAsync() => Assert.Equal("started", await _process.StandardOutput.ReadLineAsync(BackendHost.Token));

    /// <summary>What the process said until it ended, by itself.</summary>
    public async Task<string> OutputAsync()
    {
        var errors = _process.StandardError.ReadToEndAsync(BackendHost.Token);
        var output = await _process.StandardOutput.ReadToEndAsync(BackendHost.Token);
        await _process.WaitForExitAsync(BackendHost.Token);
        await errors;
        return output;
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }
}
