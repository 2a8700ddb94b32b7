using Nots.Api.Status;

namespace Nots.LocalHost.Simulator;

/// <summary>The Stripe simulator answers.</summary>
internal sealed class SimulatorReadiness(SimulatorSettings settings) : IReadinessCheck, IDisposable
{
    private readonly HttpClient _http = new();

    public string Name => "stripe";

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri(new Uri(settings.Url), "_sim"), cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
