using Nots.Application.Settings;

namespace Nots.Api.Status;

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
