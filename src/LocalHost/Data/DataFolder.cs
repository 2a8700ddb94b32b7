namespace Nots.LocalHost.Data;

/// <summary>Where everything is kept that must outlive the process. One process at a time: the lock goes with it, however it ends.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    public string TableFile => Combine("table.db");

    /// <summary>DynamoDB Local's own folder.</summary>
    public string DynamoDb => Combine("dynamodb");

    /// <summary>The orchestrations.</summary>
    /// <summary>Azurite's own folder.</summary>
    public string Azurite => Combine("azurite");

    public string DurableFile => Combine("durable.db");

    public string MailboxFile => Combine("mailbox.jsonl");

    /// <summary>The Stripe simulator's own folder.</summary>
    public string Stripe => Combine("stripe");

    public string SigningSecretFile => Combine("signing.key");

    public string IssuerKeyFile => Combine("issuer.key");

    /// <summary>Makes the folder where there is none, readable by its owner alone, and takes it.</summary>
    /// <exception cref="StartFailedException">Another process has it, or it cannot be written.</exception>
    public static DataFolder Take(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartFailedException($"The data folder {path} cannot be made: {fault.Message}", fault);
        }
        try
        {
            var held = new FileStream(System.IO.Path.Combine(path, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataFolder(path, held);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StartFailedException($"The data folder {path} cannot be written by this user: choose another with --data.", fault);
        }
        catch (IOException fault)
        {
            throw new StartFailedException(
                $"The data folder {path} is in use by another process of the platform: stop that one, or choose another folder with --data.", fault);
        }
    }

    /// <summary>The folder of somebody who named none: <c>.nots</c> in the repository, else in the current folder.</summary>
    public static string Default()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Nots.sln")))
                return System.IO.Path.Combine(folder.FullName, ".nots");
        }
        return System.IO.Path.Combine(Directory.GetCurrentDirectory(), ".nots");
    }

    public void Dispose() => _lock.Dispose();

    private string Combine(string name) => System.IO.Path.Combine(Path, name);
}
