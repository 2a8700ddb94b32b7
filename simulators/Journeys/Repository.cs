namespace Nots.Journeys;

/// <summary>Where the sources are that this tool was built from.</summary>
public static class Repository
{
    /// <summary>A file or folder of the repository, looked for from here upwards, then from the program upwards; null when it is nowhere.</summary>
    public static string? Find(string relative) =>
        Above(Environment.CurrentDirectory).Concat(Above(AppContext.BaseDirectory))
            .Select(folder => Path.Combine(folder, relative))
            .FirstOrDefault(Path.Exists);

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
