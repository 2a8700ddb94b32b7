using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Nots.Host.Bench;

/// <summary>The load generator <c>wrk</c> (Debian's package of that name), on one thread.</summary>
internal static partial class Wrk
{
    /// <summary>The same, and what it cost the process that answered.</summary>
    /// <param name="address">What to ask.</param>
    /// <param name="connections">How many ask at a time.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="script">Lua that says what is sent.</param>
    /// <param name="processorTime">All that it has used up so far.</param>
    public static async Task<WrkFigures> RunAsync(Uri address, int connections, int seconds, string script, Func<TimeSpan> processorTime)
    {
        var before = processorTime();
        var figures = await RunAsync(address, connections, seconds, script);
        return figures with { ProcessorTime = (processorTime() - before).TotalMicroseconds / figures.Requests };
    }

    /// <param name="address">What to ask.</param>
    /// <param name="connections">How many ask at a time.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="script">Lua that says what is sent.</param>
    /// <exception cref="InvalidOperationException">It is not installed, or an answer was not a good one.</exception>
    public static async Task<WrkFigures> RunAsync(Uri address, int connections, int seconds, string script)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, script);
            var output = await OutputAsync(["-t1", $"-c{connections}", $"-d{seconds}s", "--latency", "-s", file, address.ToString()]);
            if (Faults().IsMatch(output))
                throw new InvalidOperationException($"Not every answer was good:{Environment.NewLine}{output}");
            return new WrkFigures(Number(Rate().Match(output)), Milliseconds(Median().Match(output)), Milliseconds(Percentile99().Match(output)), (long)Number(Requests().Match(output)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> OutputAsync(string[] arguments)
    {
        try
        {
            using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
            var output = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            return wrk.ExitCode == 0 ? output : throw new InvalidOperationException($"wrk ended with {wrk.ExitCode}: {output}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException("wrk was not found. Install it (Debian: apt-get install wrk), then run this again.");
        }
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private static double Milliseconds(Match match) => Number(match) * match.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"50%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Median();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Percentile99();

    [GeneratedRegex(@"Non-2xx|Socket errors")]
    private static partial Regex Faults();
}
