using Nots.Api.Json;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>What a customer can choose from.</summary>
internal sealed record VehicleClassesAnswer(IReadOnlyList<VehicleClassAnswer> VehicleClasses);

/// <summary>A vehicle class. Rates in pence.</summary>
/// <param name="Capacity">Most passengers.</param>
/// <param name="Luggage">Most pieces.</param>
internal sealed record VehicleClassAnswer(
    [property: WireNames<VehicleClass>] string VehicleType, string Currency, RatesAnswer Rates, int Capacity, int Luggage, IReadOnlyList<string> Features)
{
    public static VehicleClassAnswer Of(Tariff tariff) => new(
        Wire.Name(tariff.VehicleClass), Money.Currency,
        new RatesAnswer(
            tariff.BaseFare, tariff.PerMile, tariff.PerDrivingMinute, tariff.PerWaitingMinute, tariff.PerHour, tariff.MinimumFare,
            tariff.ReturnDiscountPercent),
        tariff.Seats, tariff.Luggage, tariff.Features);
}

/// <summary>The rates of a class, in pence; the discount in percent.</summary>
internal sealed record RatesAnswer(
    long BaseFare, long PerMile, long PerDrivingMinute, long PerWaitingMinute, long PerHour, long MinimumFare, decimal ReturnDiscountPercent);
