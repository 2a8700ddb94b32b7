using System.Diagnostics;

namespace Nots.StripeSimulator;

/// <summary>Ends this process when the one that started it is gone, however that went.</summary>
internal sealed class ParentWatch(int processId, IHostApplicationLifetime lifetime, ILogger<ParentWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var parent = Process.GetProcessById(processId);
            await parent.WaitForExitAsync(stoppingToken);
        }
        catch (ArgumentException)
        {
            // There is no such process: it is gone already.
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }

        log.LogInformation("The parent process {ProcessId} is gone: stopping", processId);
        lifetime.StopApplication();
    }
}
