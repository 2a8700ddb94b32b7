using System.ComponentModel;
using System.Diagnostics;

namespace Nots.Tests.Shared;

/// <summary>An npm project of the repository, whose tools a test runs.</summary>
/// <param name="path">Its folder, from the root of the repository.</param>
internal sealed class NpmProject(string path)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly SemaphoreSlim Installing = new(1);

    public string Folder { get; } = Path.Combine([RepositoryRoot.Path, .. path.Split('/')]);

    /// <summary>npm writes its own copy of the lock file last of all.</summary>
    private bool IsInstalled
    {
        get
        {
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            return installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));
        }
    }

    /// <summary>Installs exactly what the lock file says, unless that is there already.</summary>
    public async Task InstallAsync()
    {
        await Installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (IsInstalled)
                return;
            Console.WriteLine($"Installing the npm packages of {path} with npm ci (once, some seconds)...");
            string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
            // On Windows npm is a command file, which only the shell starts.
            var (code, output) = OperatingSystem.IsWindows()
                ? await StartAsync("cmd", ["/c", "npm", .. arguments])
                : await StartAsync("npm", arguments);
            Assert.True(code == 0, $"npm ci failed in {path}: {output}");
            Console.WriteLine("Installed.");
        }
        finally
        {
            Installing.Release();
        }
    }

    /// <summary>Runs a script of an installed package and returns what it says.</summary>
    /// <param name="script">Within <c>node_modules</c>, such as <c>typescript/bin/tsc</c>.</param>
    /// <param name="arguments">Its command line.</param>
    public async Task<(int ExitCode, string Output)> RunAsync(string script, params IEnumerable<string> arguments)
    {
        await InstallAsync();
        return await StartAsync("node", [Path.Combine("node_modules", script), .. arguments]);
    }

    private async Task<(int ExitCode, string Output)> StartAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Start(program, arguments);
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

    private Process Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception fault)
        {
            throw new InvalidOperationException($"'{program}' cannot be started: install Node.js 20 or newer (it brings npm), which {path} needs.", fault);
        }
    }
}
