using Nots.Emulators;

namespace Nots.LocalHost.Stores;

/// <summary>Starts DynamoDB Local again when it ends by itself: whatever it acknowledged is in its file. Meanwhile the table is unavailable.</summary>
internal sealed class DynamoDbLocalWatch(DynamoDbLocalKeeper keeper, TimeProvider time, ILogger<DynamoDbLocalWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!keeper.Exited.IsCompleted)
                logger.LogInformation("DynamoDB Local is under process {ProcessId}", keeper.GuardProcessId);
            await keeper.Exited.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;
            logger.LogWarning("DynamoDB Local has ended; it is started again. Its last words: {Words}", keeper.LastWords);
            try
            {
                await keeper.StartAgainAsync(stoppingToken);
            }
            catch (EmulatorException fault)
            {
                logger.LogError(fault, "DynamoDB Local cannot be started again; the table is unavailable");
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
