namespace Nots.StripeSimulator.Store;

/// <summary>One simulator to a folder: the lock goes with the process, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    /// <exception cref="InvalidOperationException">Another simulator has the folder.</exception>
    public FolderLock(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            _file = new FileStream(Path.Combine(folder, "simulator.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new InvalidOperationException($"The folder {folder} is in use by another Stripe simulator: stop it, or choose another with --data.", fault);
        }
    }

    public void Dispose() => _file.Dispose();
}
