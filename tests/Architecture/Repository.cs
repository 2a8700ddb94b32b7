using System.Reflection;

namespace Nots.Architecture.Tests;

/// <summary>The source that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Rooms =
        ["Nots.Domain", "Nots.Application", "Nots.Storage", "Nots.Integrations", "Nots.Durable", "Nots.Api", "Nots.Hosting", "Nots.LocalHost", "Nots.Functions", "Nots.Emulators", "Nots.StripeSimulator", "Nots.Journeys", "Nots.Client", "nots"];

    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Source => Path.Combine(Root, "src");

    /// <summary>The folders of all projects that are not tests or benchmarks.</summary>
    public static IEnumerable<string> Projects() => ((string[])["src", "simulators", "clients"])
        .Select(folder => Path.Combine(Root, folder))
        .SelectMany(Directory.EnumerateDirectories)
        .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any());

    /// <summary>Every assembly made of <c>src</c>, <c>simulators</c> and <c>clients</c>.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } = [.. Rooms.Select(Assembly.Load)];

    public static Assembly Room(string name) => Assemblies.Single(assembly => assembly.GetName().Name == name);

    /// <summary>The C# files that people wrote, by path within <c>src</c>.</summary>
    public static IEnumerable<(string Path, string[] Lines)> SourceFiles() => Directory
        .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(Source, file).Replace('\\', '/'), File: file))
        .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal))
        .Select(file => (file.Path, File.ReadAllLines(file.File)));
}
