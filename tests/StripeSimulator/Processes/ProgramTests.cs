using System.Diagnostics;

namespace Nots.StripeSimulator.Tests.Processes;

public sealed class ProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nots-stripe-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_ends_with_the_process_that_it_must_not_outlive()
    {
        using var parent = await SimulatorProcess.StartAsync(Path.Combine(_folder, "parent"));
        using var simulator = await SimulatorProcess.StartAsync(Path.Combine(_folder, "child"), "", "--parent-pid", $"{parent.Id}");

        await parent.KillAsync();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        await simulator.WaitForExitAsync(limit.Token);
    }

    [Fact]
    public async Task A_folder_in_use_is_refused()
    {
        using var first = await SimulatorProcess.StartAsync(_folder);

        var (code, error) = await RunAsync("--urls", $"http://127.0.0.1:{SimulatorProcess.FreePort()}", "--data", _folder);

        Assert.Equal(1, code);
        Assert.Contains("in use by another Stripe simulator", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_options_are_named_at_once()
    {
        var (code, error) = await RunAsync(
            "--urls", "http://0.0.0.0:12111", "--data", _folder, "--webhook-url", "nowhere", "--webhook-secret", "a", "b", "c");

        Assert.Equal(2, code);
        Assert.Contains("urls:", error, StringComparison.Ordinal);
        Assert.Contains("webhook-url:", error, StringComparison.Ordinal);
        Assert.Contains("webhook-secret:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_option_is_refused()
    {
        var (code, error) = await RunAsync("--webhook-ur", "http://127.0.0.1:1");

        Assert.NotEqual(0, code);
        Assert.Contains("--webhook-ur", error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(int Code, string Error)> RunAsync(params IEnumerable<string> arguments)
    {
        using var process = SimulatorProcess.Start(arguments);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            var error = await process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, error);
        }
        finally
        {
            Stop(process);
        }
    }

    private static void Stop(Process process)
    {
        if (!process.HasExited)
            process.Kill();
    }
}
