namespace Nots.Tests.Shared;

/// <summary>The folder that holds the solution.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Nots.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("These tests run inside the repository: there is no Nots.sln above them.");
    }
}
