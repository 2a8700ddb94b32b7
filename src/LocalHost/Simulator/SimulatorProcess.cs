using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Nots.LocalHost.Simulator;

/// <summary>
/// Keeps a Stripe simulator running beside this process: one that ends is started again, after a wait that doubles while it does
/// not hold. It watches this process and ends with it, however that goes; its state is on disk, so it may be killed at any time.
/// </summary>
internal sealed class SimulatorProcess(SimulatorSettings settings, TimeProvider time, ILogger<SimulatorProcess> logger) : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = FirstWait;
        while (!stoppingToken.IsCancellationRequested)
        {
            var startedAt = time.GetTimestamp();
            var exitCode = await RunOnceAsync(stoppingToken);
            if (stoppingToken.IsCancellationRequested)
                return;
            if (time.GetElapsedTime(startedAt) > Holds)
                wait = FirstWait;
            logger.LogWarning("The Stripe simulator ended with exit code {ExitCode}; it is started again in {Wait}", exitCode, wait);
            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    /// <summary>Runs one until it ends by itself or this host stops, which kills it.</summary>
    private async Task<int> RunOnceAsync(CancellationToken stoppingToken)
    {
        using var process = new Process { StartInfo = StartInfo() };
        process.OutputDataReceived += (_, line) => Relay(line.Data, LogLevel.Information);
        process.ErrorDataReceived += (_, line) => Relay(line.Data, LogLevel.Warning);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        logger.LogInformation("The Stripe simulator is process {ProcessId}", process.Id);
        try
        {
            await process.WaitForExitAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
        return process.ExitCode;
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(DotNet()) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "stripe-simulator", "Nots.StripeSimulator.dll"));
        Add("--urls", settings.Url);
        Add("--data", settings.DataFolder);
        Add("--webhook-url", settings.WebhookUrl);
        Add("--secret-key", settings.SecretKey);
        foreach (var secret in settings.WebhookSecrets)
            Add("--webhook-secret", secret);
        Add("--parent-pid", $"{Environment.ProcessId}");
        return start;

        void Add(string option, string value)
        {
            start.ArgumentList.Add(option);
            start.ArgumentList.Add(value);
        }
    }

    /// <summary>The <c>dotnet</c> that runs this process, which need not be on the path.</summary>
    private static string DotNet() => Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private void Relay(string? line, LogLevel level)
    {
        if (!string.IsNullOrWhiteSpace(line))
            logger.Log(level, "{Line}", line.Trim());
    }
}
