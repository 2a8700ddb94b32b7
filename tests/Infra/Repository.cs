using System.Reflection;

namespace Nots.Infra.Tests;

/// <summary>The files that these tests are about.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The Bicep command line.</summary>
    public static string Bicep { get; } = OperatingSystem.IsWindows() ? Metadata("Bicep") + ".exe" : Metadata("Bicep");

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Text(params string[] parts) => File.ReadAllText(Path(parts));

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
