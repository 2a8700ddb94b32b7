using Nots.Storage.Table;

namespace Nots.DynamoDb.Bench;

/// <summary>Items of a booking's size and keys.</summary>
internal static class Samples
{
    public const int Bookings = 200;

    public const int PageSize = 20;

    public const string Pending = "STATUS#pending";

    private static readonly byte[] Data =
        """
        {"id":"booking_06f8m2q0a1b2c3d4e5f6g7h8j9","reference":"NOTS-7K3M9Q","status":"pending","quoteId":"quote_06f8m2q0a1b2c3d4e5f6g7h8j9",
        "journey":{"type":"one_way","vehicleClass":"standard","pickup":{"address":"Bournemouth Railway Station","coordinates":{"latitude":50.7272,"longitude":-1.8645},"kind":"station"},
        "dropoff":{"address":"Poole Harbour","coordinates":{"latitude":50.7122,"longitude":-1.9876},"kind":"port"},"vias":[],
        "outbound":{"pickupAt":"2026-12-10T14:30:00+00:00","meters":11520,"seconds":1390,"waitingMinutes":0,"polyline":"mk~tHjzqJtBvkV"},"passengers":2,"luggage":1,"estimated":true},
        "fare":{"method":"metered","breakdown":{"baseFare":500,"distanceCharge":528,"timeCharge":200,"waitingCharge":0,"hourlyCharge":0,"fixedPrice":0,"minimumFareAdjustment":0,
        "surge":0,"returnDiscount":0,"promoDiscount":0,"corporateDiscount":0,"tax":0},"legs":[]},
        "customer":{"firstName":"Ada","lastName":"Byron","email":"ada@example.com","phone":"+447700900123"},"bookedBy":{"kind":"customer","id":"user_06f8m2q0a1b2c3d4e5f6g7h8j9"},
        "payment":{"paymentId":"payment_06f8m2q0a1b2c3d4e5f6g7h8j9","method":"card","status":"pending","amount":1228,"refunded":0,"currency":"GBP"},
        "heldUntil":"2026-12-08T14:45:00+00:00","extras":[],"timeline":[{"at":"2026-12-08T14:30:00+00:00","event":"created"}]}
        """u8.ToArray();

    public static TableItem Booking(string id, int pickup = 0) => new()
    {
        Key = new TableKey($"BOOKING#{id}", "METADATA"),
        EntityType = "Booking",
        Data = Data,
        CreatedAt = 1797085800,
        UpdatedAt = 1797085800,
        Version = 1,
        Gsi1 = new IndexKey(Pending, $"PICKUP_TIME#{1797085800 + pickup}"),
        Gsi2 = new IndexKey($"USER#{id}", $"BOOKING#{id}"),
    };

    public static TableItem Event(string booking) => new()
    {
        Key = new TableKey($"BOOKING#{booking}", "EVENT#000001"),
        EntityType = "BookingEvent",
        Data = """{"bookingId":"booking_06f8m2q0a1b2c3d4e5f6g7h8j9","sequence":1,"type":"created","at":"2026-12-08T14:30:00+00:00","by":{"kind":"customer"},"facts":{}}"""u8.ToArray(),
        CreatedAt = 1797085800,
        UpdatedAt = 1797085800,
        Version = 1,
    };

    public static TableItem Outbox(string booking) => Event(booking) with { Key = new TableKey("OUTBOX#3", $"1797085800000#{booking}"), EntityType = "OutboxEntry" };
}
