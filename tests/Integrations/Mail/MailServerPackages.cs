using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Nots.Integrations.Tests.Mail;

/// <summary>Installs the npm packages of the mail servers when they are not there.</summary>
internal static class MailServerPackages
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly SemaphoreSlim Gate = new(1);

    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(ThisFile())!, "servers");

    /// <summary>npm writes its own lock file last, so it is older than ours only when ours has changed since.</summary>
    private static bool IsInstalled =>
        File.GetLastWriteTimeUtc(Path.Combine(Folder, "node_modules", ".package-lock.json")) > File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));

    public static async Task InstallAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (!IsInstalled)
                await RunNpmAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task RunNpmAsync()
    {
        Console.Error.WriteLine($"Installing the mail servers of the tests: npm ci in {Folder} (once, about half a minute) …");
        // On Windows npm is a command file, which only the shell starts.
        var npm = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", ["/c", "npm", "ci", "--ignore-scripts"]) : new ProcessStartInfo("npm", ["ci", "--ignore-scripts"]);
        npm.WorkingDirectory = Folder;
        npm.RedirectStandardOutput = npm.RedirectStandardError = true;
        using var process = Process.Start(npm)!;
        using var limit = new CancellationTokenSource(Limit);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"npm ci in {Folder} did not end within {Limit}.");
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"npm ci in {Folder} failed; the tests of e-mail need Node 20 and a registry.\n{await output}\n{await error}");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
