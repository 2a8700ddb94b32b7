using System.Diagnostics;

namespace Nots.Infra.Tests;

/// <summary>Runs the tools of others on our files.</summary>
internal static class Tool
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static Task<Finding> BicepAsync(params string[] arguments) => RunAsync(Repository.Bicep, arguments);

    /// <summary>One of the linters in <c>tools</c>.</summary>
    public static Task<Finding> LintAsync(string linter, params IEnumerable<string> files)
    {
        var tools = Repository.Path("tests", "Infra", "tools");
        Assert.True(Directory.Exists(Path.Combine(tools, "node_modules")), $"This test needs its npm packages: run npm ci in {tools}; ./test does so by itself.");
        return RunAsync("node", [Path.Combine(tools, linter), .. files]);
    }

    /// <summary>With everything that Bicep's parameter files read from the environment.</summary>
    /// <param name="program">Which.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="environment">What else it finds in its environment.</param>
    public static async Task<Finding> RunAsync(string program, IReadOnlyList<string> arguments, params IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (var (name, value) in Samples.Environment.Concat(environment))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var faults = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Finding(process.ExitCode, await output, await faults);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
