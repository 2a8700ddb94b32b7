using System.Diagnostics;

namespace Nots.Journeys.Hosting;

/// <summary>Makes sure that the platform's program is there and up to date.</summary>
internal static class HostBuild
{
    private const string Framework = "net10.0";

    /// <returns>The program, built as this tool was.</returns>
    /// <exception cref="UnreachableHostException">It does not build.</exception>
    public static async Task<string> RunAsync(string project, CancellationToken cancellationToken)
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";
        var start = new ProcessStartInfo("dotnet", ["build", project, "-c", configuration, "-v", "quiet", "--nologo"])
        {
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        try
        {
            var output = await build.StandardOutput.ReadToEndAsync(cancellationToken);
            await build.WaitForExitAsync(cancellationToken);
            if (build.ExitCode != 0)
                throw new UnreachableHostException($"The platform does not build:\n{output}");
        }
        catch (OperationCanceledException)
        {
            build.Kill(entireProcessTree: true);
            throw;
        }
        return Path.Combine(Path.GetDirectoryName(project)!, "bin", configuration, Framework, Path.GetFileNameWithoutExtension(project) + ".dll");
    }
}
