namespace Nots.Infra.Tests.Scripts;

/// <summary>A command of a cloud that writes down what it is told, and answers what the test wants, before the real one on the path.</summary>
internal sealed class FakeTool : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-tool-");

    /// <param name="name">Such as <c>aws</c>.</param>
    /// <param name="answers">Bash: what it does with its arguments, after it wrote them down.</param>
    public FakeTool(string name, string answers)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, $"#!/usr/bin/env bash\nprintf '%s\\n' \"$*\" >> '{Log}'\n{answers}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The path with this command on it.</summary>
    public KeyValuePair<string, string> OnPath => KeyValuePair.Create("PATH", $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}");

    /// <summary>Each call, its arguments in a line.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    private string Log => Path.Combine(_folder.FullName, "calls");

    public void Dispose() => _folder.Delete(recursive: true);
}
