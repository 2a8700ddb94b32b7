using Microsoft.DurableTask.Client;
using Nots.Application.Timers;
using Nots.Functions.Durable;

namespace Nots.Functions.Timers;

/// <summary>Runs a job of the catalogue when its function's time has come. What fails is repeated by the next run.</summary>
public sealed class TimerRunner(IServiceProvider services, CurrentClient current)
{
    /// <remarks>How often is the functions' own affair: their schedules are settings of the host.</remarks>
    private readonly Dictionary<string, TimerJob> _jobs = TimerCatalogue.All(new TimerSettings()).ToDictionary(job => job.Name);

    public async Task RunAsync(string job, DurableTaskClient client, CancellationToken cancellationToken)
    {
        current.Set(client);
        await _jobs[job].Run(services, cancellationToken);
    }
}
