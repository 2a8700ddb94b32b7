using Nots.Domain.Places;

namespace Nots.Domain.Quotes;

/// <summary>What is driven, from where to where, when and for how many.</summary>
public sealed record Journey
{
    public required JourneyType Type { get; init; }

    public required VehicleClass VehicleClass { get; init; }

    public required Place Pickup { get; init; }

    public required Place Dropoff { get; init; }

    public IReadOnlyList<Via> Vias { get; init; } = [];

    public required Leg Outbound { get; init; }

    /// <summary>The way back of a return; null otherwise.</summary>
    public Leg? Inbound { get; init; }

    /// <summary>2 to 12 for a journey by the hour; null otherwise.</summary>
    public int? Hours { get; init; }

    public required int Passengers { get; init; }

    public required int Luggage { get; init; }

    /// <summary>Whether distance and time were reckoned offline.</summary>
    public required bool Estimated { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset PickupAt => Outbound.PickupAt;

    /// <summary>When the last passenger leaves the car if all goes to plan, UTC.</summary>
    public DateTimeOffset EstimatedEnd => Slots[^1].To;

    /// <summary>The stretches of time in which a driver and a vehicle are taken: one, or two for a return.</summary>
    public IReadOnlyList<TimeSlot> Slots => this switch
    {
        { Hours: { } hours } => [new TimeSlot(PickupAt, Later(PickupAt.AddHours(hours), Outbound.EstimatedEnd))],
        { Inbound: { } back } => [new TimeSlot(PickupAt, Outbound.EstimatedEnd), new TimeSlot(back.PickupAt, back.EstimatedEnd)],
        _ => [new TimeSlot(PickupAt, Outbound.EstimatedEnd)],
    };

    /// <summary>The same journey at another time; a return's way back keeps its own.</summary>
    public Journey At(DateTimeOffset pickupAt) => this with { Outbound = Outbound with { PickupAt = pickupAt } };

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
