namespace Nots.Storage.Sqlite;

/// <summary>
/// Keeps a second process (or a second table in this one) off the file: two writers would each work, but each would evaluate
/// its own conditions on its own clock. The operating system holds the lock, so it ends with the process, however that ends. The
/// lock file stays: deleting it would let a third process lock a new one while a second waits for the old.
/// </summary>
internal sealed class TableFileLock : IDisposable
{
    private readonly FileStream _file;

    private TableFileLock(FileStream file) => _file = file;

    /// <exception cref="SqliteTableFileException">Somebody has it, or the folder cannot be written.</exception>
    public static TableFileLock Take(string path)
    {
        try
        {
            return new TableFileLock(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (DirectoryNotFoundException e)
        {
            throw new SqliteTableFileException($"The folder of the table {path} does not exist.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new SqliteTableFileException($"The folder of the table {path} cannot be written.", e);
        }
        catch (IOException e)
        {
            throw new SqliteTableFileException($"The table {path} is in use by another process, or its lock file cannot be opened.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
