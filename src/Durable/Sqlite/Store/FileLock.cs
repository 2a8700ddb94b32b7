namespace Nots.Durable.Sqlite.Store;

/// <summary>
/// Keeps a second process off the file. The operating system holds the lock for as long as the process lives and lets go of it however the
/// process ends.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <exception cref="InvalidOperationException">Somebody else has it.</exception>
    public static FileLock Take(string databasePath)
    {
        var path = databasePath + ".lock";
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (File.Exists(path))
        {
            throw new InvalidOperationException(
                $"Another process is using '{databasePath}'. Only one may: stop the other one, or choose another path.", taken);
        }
    }

    public void Dispose() => _file.Dispose();
}
