namespace Nots.Durable.Runtime;

/// <summary>
/// Keeps a second process off the file. The operating system holds the lock for as long as the process lives and lets go of
/// it however the process ends.
/// </summary>
internal sealed class InstanceLock : IDisposable
{
    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    /// <exception cref="InvalidOperationException">Somebody else has it.</exception>
    public static InstanceLock Take(string databasePath)
    {
        var path = databasePath + ".lock";
        try
        {
            return new InstanceLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (File.Exists(path))
        {
            throw new InvalidOperationException(
                $"Another process is using the durable engine's file '{databasePath}'. Only one may: stop the other one, or choose another data folder.", taken);
        }
    }

    public void Dispose() => _file.Dispose();
}
