using Nots.ClientGenerator;
using Nots.Tests.Shared;

namespace Nots.Client.Tests;

/// <summary>What is made of <c>clients/openapi.json</c> is checked in as it is made. That the document is current is held where the platform runs.</summary>
public sealed class GeneratedTests
{
    private const string Remedy = "scripts/generate-clients makes it afresh.";

    private static readonly NpmProject TypeScript = new("clients/typescript");

    [Fact]
    public async Task The_CSharp_client_is_current()
    {
        var made = await CSharpClient.GenerateAsync(await ReadAsync("openapi.json"));

        Assert.True(await ReadAsync("csharp", "NotsClient.g.cs") == made, $"clients/csharp/NotsClient.g.cs is not what clients/openapi.json makes: {Remedy}");
    }

    [Fact]
    public async Task The_TypeScript_types_are_current()
    {
        var (code, output) = await TypeScript.RunAsync("openapi-typescript/bin/cli.js", "../openapi.json", "--output", "src/schema.ts", "--check");

        Assert.True(code == 0, $"clients/typescript/src/schema.ts is not what clients/openapi.json makes: {Remedy}\n{output}");
    }

    [Fact]
    public async Task The_TypeScript_client_and_its_use_compile()
    {
        var (code, output) = await TypeScript.RunAsync("typescript/bin/tsc", "--noEmit");

        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task The_lock_file_names_no_registry()
    {
        var locked = await ReadAsync("typescript", "package-lock.json");

        Assert.DoesNotContain("\"resolved\"", locked, StringComparison.Ordinal);
        Assert.Contains("sha512-", locked, StringComparison.Ordinal);
    }

    private static Task<string> ReadAsync(params string[] path) =>
        File.ReadAllTextAsync(Path.Combine([RepositoryRoot.Path, "clients", .. path]), TestContext.Current.CancellationToken);
}
