using Nots.Tests.Shared;

namespace Nots.StripeSimulator.Tests.Typing;

/// <summary>The npm project with Stripe's own types, and its compiler.</summary>
internal static class TypeScriptProject
{
    private static readonly NpmProject Types = new("tests/StripeSimulator/types");

    public static string Folder => Types.Folder;

    /// <summary>Compiles one source text against Stripe's types and returns what the compiler says.</summary>
    /// <param name="name">Of the folder it is written to, beside others under <c>generated/</c>.</param>
    /// <param name="source">TypeScript.</param>
    public static async Task<(int ExitCode, string Output)> CompileAsync(string name, string source)
    {
        var folder = Path.Combine(Folder, "generated", name);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "recorded.ts"), source, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "tsconfig.json"),
            """{ "extends": "../../tsconfig.json", "include": ["recorded.ts"] }""",
            TestContext.Current.CancellationToken);
        return await Types.RunAsync("typescript/bin/tsc", "--noEmit", "-p", folder);
    }
}
