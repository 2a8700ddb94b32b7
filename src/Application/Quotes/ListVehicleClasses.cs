using Nots.Application.Settings;
using Nots.Domain.Quotes;

namespace Nots.Application.Quotes;

/// <summary>Lists the vehicle classes and what they cost, the smallest first.</summary>
public sealed class ListVehicleClasses(ISettingsStore settings)
{
    public async Task<IReadOnlyList<Tariff>> ExecuteAsync(CancellationToken cancellationToken) =>
        [.. (await settings.TariffsAsync(cancellationToken)).OrderBy(tariff => tariff.VehicleClass)];
}
