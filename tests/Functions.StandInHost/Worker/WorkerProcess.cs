using System.Diagnostics;

namespace Nots.Functions.StandInHost.Worker;

/// <summary>The built function app as a process, started the way that the Functions host starts it.</summary>
public sealed class WorkerProcess : IWorker
{
    private readonly Process _process;

    private WorkerProcess(Process process)
    {
        _process = process;
        Ended = process.WaitForExitAsync();
    }

    public Task Ended { get; }

    /// <param name="app">The app's assembly in its output folder.</param>
    /// <param name="settings">App settings: environment variables of the process.</param>
    /// <param name="start">What it needs in order to connect.</param>
    public static WorkerProcess Start(string app, IReadOnlyDictionary<string, string> settings, WorkerStart start)
    {
        var folder = Path.GetDirectoryName(app)!;
        var info = new ProcessStartInfo(
            "dotnet",
            [
                app, "--functions-uri", start.Host.ToString(), "--functions-worker-id", start.WorkerId, "--functions-request-id", Guid.NewGuid().ToString(),
                "--functions-grpc-max-message-length", $"{int.MaxValue}",
            ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = folder;
        info.Environment["FUNCTIONS_WORKER_DIRECTORY"] = folder;
        info.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        foreach (var (name, value) in settings)
            info.Environment[name] = value;
        var process = new Process { StartInfo = info };
        process.OutputDataReceived += (_, line) => start.Log(line.Data);
        process.ErrorDataReceived += (_, line) => start.Log(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new WorkerProcess(process);
    }

    public void Kill()
    {
        if (!Ended.IsCompleted)
            _process.Kill(entireProcessTree: true);
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Ended;
        _process.Dispose();
    }
}
