using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Application.Settings;

/// <summary>What a new table must have before anything can be sold: the default rates and cancellation policy, to be changed later.</summary>
public static class FirstSettings
{
    public static IReadOnlyList<Entity> All { get; } = [.. Tariff.Defaults, CancellationPolicy.Default];
}
