using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Nots.Application.Settings;

namespace Nots.Api.Status;

/// <summary>Checks, all at once, whether everything that is needed to serve is there.</summary>
internal sealed class Readiness(IEnumerable<IReadinessCheck> checks, TimeProvider time, ILogger<Readiness> logger)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private readonly IReadinessCheck[] _checks = [.. checks];

    public Task<ReadinessCheckResponse[]> CheckAsync(CancellationToken aborted) => Task.WhenAll(_checks.Select(check => CheckAsync(check, aborted)));

    private async Task<ReadinessCheckResponse> CheckAsync(IReadinessCheck check, CancellationToken aborted)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, timeout.Token);
        try
        {
            await check.CheckAsync(either.Token).WaitAsync(either.Token);
            return new ReadinessCheckResponse(check.Name, true);
        }
        catch (Exception exception) when (!aborted.IsCancellationRequested)
        {
            // Asked every few seconds while something is away: where it failed is the same each time.
            logger.LogWarning("Not ready: {Check}: {Reason}", check.Name, exception.GetBaseException().Message);
            return new ReadinessCheckResponse(check.Name, false);
        }
    }
}

/// <summary>The table answers, and has rates to quote with.</summary>
internal sealed class TableReadiness(ISettingsStore settings) : IReadinessCheck
{
    public string Name => "table";

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (await settings.TariffsAsync(cancellationToken) is [])
            throw new InvalidOperationException("The table has no tariffs.");
    }
}

/// <summary>The durable backend answers.</summary>
internal sealed class OrchestrationReadiness(DurableTaskClient orchestrations) : IReadinessCheck
{
    public string Name => "orchestrations";

    /// <remarks>No instance has this id; that the backend can say so is enough.</remarks>
    public Task CheckAsync(CancellationToken cancellationToken) => orchestrations.GetInstanceAsync("readiness", cancellationToken);
}
