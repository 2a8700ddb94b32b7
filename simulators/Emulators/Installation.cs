namespace Nots.Emulators;

/// <summary>Where emulators are installed: in npm packages, which the repository names and never copies.</summary>
internal static class Installation
{
    /// <summary>The folder of an npm project of the repository, such as <c>tools/azurite</c>.</summary>
    /// <exception cref="EmulatorException">This program is not in the repository.</exception>
    public static string FolderOf(string project, string emulator)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Nots.sln")))
                return Path.Combine(folder.FullName, project);
        }

        throw new EmulatorException($"{emulator} is looked for in the repository ({project}), and this program is not in one.");
    }

    public static EmulatorException Missing(string project, string emulator, string option) => new(
        $"{emulator} is not installed: run 'npm ci --ignore-scripts' in {project} (./run {option} and ./test do it).");
}
