using System.Diagnostics;

namespace Nots.Journeys.Hosting;

/// <summary>The platform's process and its log. It is killed, not asked to stop: the platform must bear that, and its data is not kept.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Process _process;
    private readonly string _log;
    private readonly StreamWriter _writer;

    private HostProcess(Process process, string log)
    {
        (_process, _log) = (process, log);
        _writer = new StreamWriter(File.Open(log, FileMode.Create, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
    }

    public bool HasExited => _process.HasExited;

    public static HostProcess Start(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> settings, string log)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var process = new Process { StartInfo = start };
        var host = new HostProcess(process, log);
        process.OutputDataReceived += (_, line) => host.Write(line.Data);
        process.ErrorDataReceived += (_, line) => host.Write(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return host;
    }

    public string LastLines(int count)
    {
        lock (_lock)
            return string.Join('\n', File.ReadLines(_log).TakeLast(count));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        await _writer.DisposeAsync();
    }

    private void Write(string? line)
    {
        if (line is null)
            return;
        lock (_lock)
            _writer.WriteLine(line);
    }
}
