using Nots.Domain.Bookings;
using Nots.Domain.Quotes;

namespace Nots.Application.Settings;

/// <summary>Reads what the owner may change while the platform runs.</summary>
public interface ISettingsStore
{
    Task<IReadOnlyList<Tariff>> TariffsAsync(CancellationToken cancellationToken);

    /// <summary>The policy in force; the default one where none was ever set.</summary>
    Task<CancellationPolicy> CancellationPolicyAsync(CancellationToken cancellationToken);
}
