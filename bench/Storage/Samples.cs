using Nots.Storage.Table;

namespace Nots.Storage.Bench;

/// <summary>Items of a booking's size and keys.</summary>
internal static class Samples
{
    public const int Bookings = 10_000;

    public const int PageSize = 20;

    private static readonly byte[] Data =
        """
        {"bookingReference":"NOTS-7K3M9Q","status":"pending","stage":"payment","customer":{"firstName":"Ada","lastName":"Byron",
        "email":"ada@example.com","phone":"+447700900123"},"journey":{"pickupLocation":{"address":"Bournemouth Railway Station",
        "latitude":50.7272,"longitude":-1.8645},"dropoffLocation":{"address":"Poole Harbour","latitude":50.7122,"longitude":-1.9876},
        "waypoints":[{"address":"Sandbanks Beach","waitMinutes":30}],"pickupTime":"2026-12-10T14:30:00Z"},"passengers":2,"luggage":1,
        "pricing":{"currency":"GBP","method":"metered","breakdown":{"baseFare":500,"distanceCharge":528,"timeCharge":200,"subtotal":1228}}}
        """u8.ToArray();

    public static TableItem Booking(string id) => new()
    {
        Key = new TableKey($"BOOKING#{id}", "METADATA"),
        EntityType = "Booking",
        Data = Data,
        CreatedAt = 1797085800,
        UpdatedAt = 1797085800,
        Version = 1,
        Gsi1 = new IndexKey("STATUS#pending", $"PICKUP_TIME#{id}"),
        Gsi2 = new IndexKey($"USER#{id}", $"BOOKING#{id}"),
    };

    public static TableItem Event(string booking) => new()
    {
        Key = new TableKey($"BOOKING#{booking}", "EVENT#000001"),
        EntityType = "BookingEvent",
        Data = """{"event":"created"}"""u8.ToArray(),
        CreatedAt = 1797085800,
        UpdatedAt = 1797085800,
        Version = 1,
    };

    public static TableItem Outbox(string booking) => Event(booking) with { Key = new TableKey("OUTBOX#3", $"1797085800000#{booking}"), EntityType = "Outbox" };
}
