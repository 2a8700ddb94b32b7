using Nots.Application.Common;
using Nots.Domain.Common;
using Nots.Domain.Quotes;

namespace Nots.Api.Quotes;

/// <summary>What a customer can choose from.</summary>
internal sealed record VehicleClassesResponse(IReadOnlyList<VehicleClassResponse> VehicleClasses);

/// <summary>A vehicle class. Rates in pence.</summary>
/// <param name="Capacity">Most passengers.</param>
/// <param name="Luggage">Most pieces.</param>
internal sealed record VehicleClassResponse(
    [property: WireNames<VehicleClass>] string VehicleType, string Currency, RatesResponse Rates, int Capacity, int Luggage, IReadOnlyList<string> Features)
{
    public static VehicleClassResponse From(Tariff tariff) => new(
        Wire.Name(tariff.VehicleClass), Money.Currency,
        new RatesResponse(
            tariff.BaseFare, tariff.PerMile, tariff.PerDrivingMinute, tariff.PerWaitingMinute, tariff.PerHour, tariff.MinimumFare,
            tariff.ReturnDiscountPercent),
        tariff.Seats, tariff.Luggage, tariff.Features);
}

/// <summary>The rates of a class, in pence; the discount in percent.</summary>
internal sealed record RatesResponse(
    long BaseFare, long PerMile, long PerDrivingMinute, long PerWaitingMinute, long PerHour, long MinimumFare, decimal ReturnDiscountPercent);
