namespace Nots.Infra.Tests.Scripts;

/// <summary>Commands of a cloud that write down what they are told, and answer what the test wants, before the real ones on the path.</summary>
internal sealed class FakeTools : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-tools-");

    /// <param name="answers">Bash: what each does with its arguments, after it wrote them down.</param>
    /// <param name="names">Such as <c>aws</c>.</param>
    public FakeTools(string answers, params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var file = Path.Combine(_folder.FullName, name);
            File.WriteAllText(file, $"#!/usr/bin/env bash\nprintf '%s\\n' \"{name} $*\" >> '{Log}'\n{answers}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The path with these commands on it.</summary>
    public KeyValuePair<string, string> OnPath => KeyValuePair.Create("PATH", $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}");

    /// <summary>Each call, its arguments in a line.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    /// <summary>The first words of each call.</summary>
    public IEnumerable<string> Commands(int words) => Calls.Select(call => string.Join(' ', call.Split(' ').Take(words)));

    private string Log => Path.Combine(_folder.FullName, "calls");

    public void Dispose() => _folder.Delete(recursive: true);
}
