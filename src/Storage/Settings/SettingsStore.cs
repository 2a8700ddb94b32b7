using Nots.Application.Settings;
using Nots.Domain.Bookings;
using Nots.Domain.Quotes;
using Nots.Storage.Entities;
using Nots.Storage.Table;

namespace Nots.Storage.Settings;

/// <summary>Settings in the single table. They change seldom and every quote needs them, so they are kept for half a minute.</summary>
internal sealed class SettingsStore(EntityReader reader, TimeProvider time) : ISettingsStore
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    private Kept<IReadOnlyList<Tariff>>? _tariffs;
    private Kept<CancellationPolicy>? _policy;

    public async Task<IReadOnlyList<Tariff>> TariffsAsync(CancellationToken cancellationToken)
    {
        if (_tariffs is { } kept && time.GetElapsedTime(kept.ReadAt) < KeptFor)
            return kept.Value;
        var readAt = time.GetTimestamp();
        var tariffs = await reader.AllAsync<Tariff>(
            new TableQuery(TableIndex.Primary, Keys.Settings, SortKeyRange.BeginsWith(Keys.TariffPrefix)), cancellationToken);
        tariffs.Sort((left, right) => left.VehicleClass.CompareTo(right.VehicleClass));
        _tariffs = new Kept<IReadOnlyList<Tariff>>(tariffs, readAt);
        return tariffs;
    }

    public async Task<CancellationPolicy> CancellationPolicyAsync(CancellationToken cancellationToken)
    {
        if (_policy is { } kept && time.GetElapsedTime(kept.ReadAt) < KeptFor)
            return kept.Value;
        var readAt = time.GetTimestamp();
        var policy = await reader.GetAsync<CancellationPolicy>(Keys.CancellationPolicy, cancellationToken) ?? CancellationPolicy.Default;
        _policy = new Kept<CancellationPolicy>(policy, readAt);
        return policy;
    }

    private sealed record Kept<T>(T Value, long ReadAt);
}
