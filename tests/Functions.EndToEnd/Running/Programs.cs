using System.Diagnostics;
using System.Reflection;

namespace Nots.Functions.EndToEnd.Tests.Running;

/// <summary>The platform's programs as they were built with these tests, and how they are run.</summary>
internal static class Programs
{
    private static readonly Dictionary<string, string> Built = typeof(Programs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(attribute => attribute.Key, attribute => attribute.Value!);

    public static string Repository => Built[nameof(Repository)];

    public static string FunctionApp => Of("Functions", "Nots.Functions.dll");

    public static string LocalHost => Of("LocalHost", "Nots.LocalHost.dll");

    public static string Cli => Of("Cli", "nots.dll");

    /// <summary>Runs <c>nots</c> to its end.</summary>
    /// <returns>Its exit code, and what it wrote to its output and its error stream.</returns>
    public static async Task<(int ExitCode, string Output, string Errors)> NotsAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = new Process { StartInfo = StartInfo(Cli, arguments, []) };
        process.Start();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = Repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    private static string Of(string project, string assembly) => Path.GetFullPath(Path.Combine(Repository, "src", project, "bin", Built["Output"], assembly));
}
