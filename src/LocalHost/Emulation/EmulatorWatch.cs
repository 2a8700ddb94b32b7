using Nots.Emulators;

namespace Nots.LocalHost.Emulation;

/// <summary>Starts an emulator again when it ends by itself: what it acknowledged is in its files. Meanwhile what is kept in it is unavailable.</summary>
internal sealed class EmulatorWatch(IEmulatorKeeper keeper, TimeProvider time, ILogger<EmulatorWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!keeper.Exited.IsCompleted)
                logger.LogInformation("{Emulator} is under process {ProcessId}", keeper.Name, keeper.GuardProcessId);
            await keeper.Exited.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;
            logger.LogWarning("{Emulator} has ended; it is started again. Its last words: {Words}", keeper.Name, keeper.LastWords);
            try
            {
                await keeper.StartAgainAsync(stoppingToken);
            }
            catch (EmulatorException fault)
            {
                logger.LogError(fault, "{Emulator} cannot be started again", keeper.Name);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
