using Nots.Domain.Common;

namespace Nots.Domain.Quotes;

/// <summary>The rates of one vehicle class. Money in pence.</summary>
public sealed record Tariff : Entity
{
    public required VehicleClass VehicleClass { get; init; }

    public required long BaseFare { get; init; }

    public required long PerMile { get; init; }

    public required long PerDrivingMinute { get; init; }

    public required long PerWaitingMinute { get; init; }

    public required long PerHour { get; init; }

    public required long MinimumFare { get; init; }

    /// <summary>Off both legs of a return, in percent.</summary>
    public required decimal ReturnDiscountPercent { get; init; }

    /// <summary>Most passengers.</summary>
    public required int Seats { get; init; }

    /// <summary>Most pieces of luggage.</summary>
    public required int Luggage { get; init; }

    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>The rates that a new company starts with.</summary>
    public static IReadOnlyList<Tariff> Defaults { get; } =
    [
        new()
        {
            VehicleClass = VehicleClass.Standard, BaseFare = 500, PerMile = 100, PerDrivingMinute = 10, PerWaitingMinute = 10,
            PerHour = 3500, MinimumFare = 500, ReturnDiscountPercent = 15, Seats = 4, Luggage = 3, Features = ["air_conditioning"],
        },
        new()
        {
            VehicleClass = VehicleClass.Executive, BaseFare = 800, PerMile = 150, PerDrivingMinute = 15, PerWaitingMinute = 15,
            PerHour = 5000, MinimumFare = 800, ReturnDiscountPercent = 15, Seats = 4, Luggage = 3,
            Features = ["air_conditioning", "leather_seats", "wifi", "bottled_water"],
        },
        new()
        {
            VehicleClass = VehicleClass.Minibus, BaseFare = 1000, PerMile = 120, PerDrivingMinute = 12, PerWaitingMinute = 12,
            PerHour = 7000, MinimumFare = 1000, ReturnDiscountPercent = 15, Seats = 8, Luggage = 8,
            Features = ["air_conditioning", "extra_luggage"],
        },
    ];
}
