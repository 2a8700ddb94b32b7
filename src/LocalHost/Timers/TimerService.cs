using Nots.Application.Timers;

namespace Nots.LocalHost.Timers;

/// <summary>Runs one timer from when the host has started. A run that fails is logged, and the next one comes.</summary>
internal sealed class TimerService(TimerJob job, IServiceProvider services, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<TimerService> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await StartedAsync(stoppingToken))
            return;
        using var timer = new PeriodicTimer(job.Every, time);
        try
        {
            if (job.AtStart)
                await RunAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops: what was not finished is found by the next run.
        }
    }

    private async Task<bool> StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var onStop = stoppingToken.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            await job.Run(services, stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            logger.LogError(fault, "Timer {Timer} failed; it runs again in {Every}", job.Name, job.Every);
        }
    }
}
