using System.Diagnostics;
using System.Runtime.CompilerServices;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Deployment;

/// <summary>The script that asks a deployed platform whether it works, against a platform that does and an address where there is none.</summary>
public sealed class SmokeScriptTests(SharedHost shared)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_platform_that_works_passes()
    {
        var (exitCode, output) = await SmokeAsync(shared.Host.Address.ToString(), "30");
        Assert.True(exitCode == 0, output);
        Assert.EndsWith($"All as expected at {shared.Host.Address.GetLeftPart(UriPartial.Authority)}\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_where_nothing_answers_fails()
    {
        // Port 1 is nobody's.
        var (exitCode, output) = await SmokeAsync("http://127.0.0.1:1", "0");
        Assert.Equal(1, exitCode);
        Assert.Contains("FAULT http://127.0.0.1:1 is not ready", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> SmokeAsync(params string[] arguments)
    {
        var script = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "scripts", "smoke");
        using var process = Process.Start(new ProcessStartInfo("bash", [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var faults = process.StandardError.ReadToEndAsync(limit.Token);
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await faults + await output);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
