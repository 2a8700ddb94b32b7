namespace Nots.StripeSimulator.Store;

/// <summary>One simulator to a folder: the lock goes with the process, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    /// <summary>Five seconds in all, for the one before, which notices only after a moment that its parent was killed.</summary>
    private const int Tries = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    /// <exception cref="InvalidOperationException">Another simulator has the folder, and keeps it.</exception>
    public FolderLock(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "simulator.lock");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return;
            }
            catch (IOException) when (attempt < Tries)
            {
                // Another process is waited for, at start and before anything is served: no clock of ours measures that.
                Thread.Sleep(Pause);
            }
            catch (IOException fault)
            {
                throw new InvalidOperationException(
                    $"The folder {folder} is in use by another Stripe simulator: stop it, or choose another with --data.", fault);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
