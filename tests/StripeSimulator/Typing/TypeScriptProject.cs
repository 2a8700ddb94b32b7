using System.ComponentModel;
using System.Diagnostics;

namespace Nots.StripeSimulator.Tests.Typing;

/// <summary>The npm project with Stripe's own types, and its compiler.</summary>
internal static class TypeScriptProject
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly SemaphoreSlim Installing = new(1);

    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "tests", "StripeSimulator", "types");

    /// <summary>Compiles one source text against Stripe's types and returns what the compiler says.</summary>
    /// <param name="name">Of the folder it is written to, beside others under <c>generated/</c>.</param>
    public static async Task<(int ExitCode, string Output)> CompileAsync(string name, string source)
    {
        await InstallAsync();
        var folder = Path.Combine(Folder, "generated", name);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "recorded.ts"), source, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "tsconfig.json"),
            """{ "extends": "../../tsconfig.json", "include": ["recorded.ts"] }""",
            TestContext.Current.CancellationToken);
        return await RunAsync("node", Path.Combine("node_modules", "typescript", "bin", "tsc"), "--noEmit", "-p", folder);
    }

    /// <summary>Installs exactly what the lock file says, unless that is there already.</summary>
    private static async Task InstallAsync()
    {
        await Installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
                return;
            Console.WriteLine("Installing Stripe's types and the TypeScript compiler with npm ci (once, some seconds)...");
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            var (code, output) = await RunAsync(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            Assert.True(code == 0, $"npm ci failed in {Folder}: {output}");
            Console.WriteLine("Installed.");
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params IEnumerable<string> arguments)
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

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            return Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            throw new InvalidOperationException(
                $"'{program}' cannot be started: install Node.js 20 or newer (it brings npm), for the simulator is checked against Stripe's TypeScript types.",
                fault);
        }
    }
}
