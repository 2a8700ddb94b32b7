using System.Diagnostics;
using System.Runtime.CompilerServices;
using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Ops;

/// <summary>The page in a real browser. Where there is none, <c>./test</c> leaves these out by their trait.</summary>
[Trait("needs", "browser")]
public sealed class OpsBrowserTests(SharedHost shared)
{
    private const string HowToGetOne = "This test needs Chromium or Chrome: install one (Debian: apt-get install chromium) or set CHROME_PATH to it, or leave the test out with --filter-not-trait needs=browser.";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "browser");

    [Fact]
    public async Task An_admin_finds_follows_suspends_and_resumes_on_a_telephone_and_at_a_desk()
    {
        var browser = Browser();
        Assert.True(browser is not null, HowToGetOne);
        Assert.True(Directory.Exists(Path.Combine(Folder, "node_modules")), $"This test needs its npm packages: run npm ci in {Folder}; ./test does so by itself.");
        var booking = await shared.Customer.BookAsync(Pickup.OnADayOfItsOwn(), "cash");
        await Until.TrueAsync(
            async () => await shared.Admin.GetAsync($"/v1/ops/orchestrations/{booking.Id}") is { Status: 200 } answer && answer.Text("status") == "running",
            "the booking's orchestration runs", () => shared.Host.Log);

        var (exitCode, output) = await RunAsync(browser, shared.Host.Address.GetLeftPart(UriPartial.Authority), booking.Id);

        Assert.True(exitCode == 0, output);
    }

    private static string? Browser() => Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } chosen
        ? chosen
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["ops.mjs", .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
