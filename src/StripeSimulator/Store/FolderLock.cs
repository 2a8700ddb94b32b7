namespace Nots.StripeSimulator.Store;

/// <summary>One simulator to a folder: the lock goes with the process, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    /// <summary>For the one before, which notices only after a moment that its parent was killed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    /// <exception cref="InvalidOperationException">Another simulator has the folder, and keeps it.</exception>
    public FolderLock(string folder, TimeProvider time)
    {
        Directory.CreateDirectory(folder);
        var start = time.GetTimestamp();
        var path = Path.Combine(folder, "simulator.lock");
        while (true)
        {
            try
            {
                _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return;
            }
            catch (IOException) when (time.GetElapsedTime(start) < Patience)
            {
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
