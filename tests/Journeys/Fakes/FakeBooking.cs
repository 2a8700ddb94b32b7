namespace Nots.Journeys.Tests.Fakes;

/// <summary>A booking of the fake platform.</summary>
internal sealed class FakeBooking
{
    public required string Id { get; init; }

    public required string Method { get; init; }

    public required long Amount { get; init; }

    public required DateTimeOffset PickupAt { get; init; }

    public required DateTimeOffset HeldUntil { get; init; }

    public string Reference => $"NOTS-{Id[^6..]}";

    public string IntentId => $"pi_{Id}";

    public string Status { get; set; } = "pending";

    public string PaymentStatus { get; set; } = "pending";

    public long Refunded { get; set; }

    public string? DriverId { get; set; }

    public string? Progress { get; set; }

    public DateTimeOffset? ArrivedAt { get; set; }

    public bool Asked { get; set; }

    public bool Ended => Status is "completed" or "cancelled" or "no_show";

    public List<string> Timeline { get; } = [];

    /// <summary>What Stripe's books say.</summary>
    public long LedgerCharged { get; set; }

    public long LedgerRefunded { get; set; }

    public int Charges { get; set; }

    public int Refunds { get; set; }
}
