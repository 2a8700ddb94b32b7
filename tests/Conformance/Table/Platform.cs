using Nots.Storage.Table;
using static Nots.Conformance.Table.Items;

namespace Nots.Conformance.Table;

/// <summary>Items of every entity of the single table, with the keys of its design page, and others beside them in the same partitions.</summary>
internal static class Platform
{
    private const long Day = 86400;

    public static IReadOnlyList<TableItem> Items { get; } =
    [
        Of("User", "USER#u1", "PROFILE", new("EMAIL#ada@example.com", "USER")),
        Of("User", "USER#u2", "PROFILE", new("EMAIL#ada@example.co", "USER")),
        Of("Driver", "DRIVER#d1", "PROFILE", new("DRIVER_STATUS#active", "DRIVER#d1"), new("DRIVER_AVAILABLE#true", "RATING#4.8")),
        Of("Driver", "DRIVER#d2", "PROFILE", new("DRIVER_STATUS#active", "DRIVER#d2"), new("DRIVER_AVAILABLE#true", "RATING#3.9")),
        Of("Driver", "DRIVER#d3", "PROFILE", new("DRIVER_STATUS#suspended", "DRIVER#d3"), new("DRIVER_AVAILABLE#false", "RATING#5.0")),
        Of("DriverDay", "DRIVER#d1", "DAY#2026-12-09"),
        Of("DriverDay", "DRIVER#d1", "DAY#2026-12-10"),
        Of("Document", "DRIVER#d1", "DOC#licence", new("DOC_STATUS#valid", $"EXPIRY#{TableTime + (20 * Day)}")),
        Of("Document", "DRIVER#d1", "DOC#licence#doc1", new("DOC_STATUS#superseded", $"EXPIRY#{TableTime - Day}")),
        Of("Document", "VEHICLE#v1", "DOC#insurance", new("DOC_STATUS#valid", $"EXPIRY#{TableTime + (90 * Day)}")),
        Of("Vehicle", "VEHICLE#v1", "METADATA", new("VEHICLE_STATUS#active", "VEHICLE#v1")),
        Of("Vehicle", "VEHICLE#v2", "METADATA", new("VEHICLE_STATUS#active", "VEHICLE#v2")),
        Of("Quote", "QUOTE#q1", "METADATA") with { TimeToLive = TableTime + 900 },
        Of("Booking", "BOOKING#b1", "METADATA", new("STATUS#confirmed", $"PICKUP_TIME#{TableTime + 7200}"), new("USER#u1", "BOOKING#b1"), new("DRIVER#d1", $"PICKUP_TIME#{TableTime + 7200}")),
        Of("Booking", "BOOKING#b2", "METADATA", new("STATUS#confirmed", $"PICKUP_TIME#{TableTime + 3600}"), new("USER#u1", "BOOKING#b2"), new("DRIVER#d1", $"PICKUP_TIME#{TableTime + 3600}")),
        Of("Booking", "BOOKING#b3", "METADATA", new("STATUS#pending", $"PICKUP_TIME#{TableTime + 3600}"), new("USER#u2", "BOOKING#b3")),
        Of("BookingReference", "REF#NOTS-7K3M9Q", "BOOKING"),
        Of("BookingEvent", "BOOKING#b1", "EVENT#000001"),
        Of("BookingEvent", "BOOKING#b1", "EVENT#000002"),
        Of("BookingEvent", "BOOKING#b1", "EVENT#000010"),
        Of("Payment", "BOOKING#b1", "PAYMENT#p1", new("PAYMENT_STATUS#failed", $"CREATED#{TableTime}"), new("PAYMENT_INTENT#pi_1", "PAYMENT")),
        Of("Payment", "BOOKING#b1", "PAYMENT#p2", new("PAYMENT_STATUS#completed", $"CREATED#{TableTime + 5}"), new("PAYMENT_INTENT#pi_2", "PAYMENT")),
        Of("DispatchDecision", "BOOKING#b1", "DECISION#x1"),
        Of("Offer", "BOOKING#b1", "OFFER#o1", null, null, new("DRIVER#d1", $"OFFER#{TableTime}")),
        Of("Rating", "BOOKING#b1", "RATING", new("DRIVER#d1", "RATING#b1")),
        Of("Complaint", "COMPLAINT#c1", "METADATA", new("DRIVER#d1", $"CREATED#{TableTime}"), new("STATUS#open", "PRIORITY#high")),
        Of("Complaint", "COMPLAINT#c2", "METADATA", new("DRIVER#d2", $"CREATED#{TableTime}"), new("STATUS#open", "PRIORITY#low")),
        Of("Message", "BOOKING#b1", "MESSAGE#m1", new("MESSAGE_STATUS#queued", $"CREATED#{TableTime}")),
        Of("OutboxEntry", "OUTBOX#3", $"{TableTime}000#o1"),
        Of("OutboxEntry", "OUTBOX#3", $"{TableTime}001#o0"),
        Of("OutboxEntry", "OUTBOX#15", $"{TableTime}000#o2"),
        Of("IdempotencyRecord", "IDEMPOTENCY#u1#key#1", "RECORD") with { TimeToLive = TableTime + Day },
        Of("StripeEvent", "STRIPE_EVENT#evt_1", "SEEN") with { TimeToLive = TableTime + (30 * Day) },
        Of("AuditEntry", "AUDIT#2026-12-10", $"{TableTime}000#a1", new("ACTOR#u1", $"{TableTime}000")),
        Of("AuditEntry", "AUDIT#2026-12-10", $"{TableTime}500#a2", new("ACTOR#u1", $"{TableTime}500")),
        Of("AuditEntry", "AUDIT#2026-12-11", $"{TableTime + Day}000#a3", new("ACTOR#u2", $"{TableTime + Day}000")),
        Of("Tariff", "SETTINGS", "TARIFF#standard"),
        Of("FixedRoute", "SETTINGS", "FIXED_ROUTE#r1"),
        Of("Zone", "SETTINGS", "ZONE#z1"),
        Of("Zone", "SETTINGS", "ZONE#z2"),
        Of("Surge", "SETTINGS", "SURGE#s1"),
        Of("Cancellation", "SETTINGS", "CANCELLATION"),
        Of("Promo", "SETTINGS", "PROMO#XMAS"),
        Of("MaintenanceWindow", "MAINTENANCE", $"{TableTime + 60}#w1"),
        Of("MaintenanceWindow", "MAINTENANCE", $"{TableTime + 600}#w2"),
        Of("DailyRollUp", "ANALYTICS#2026-12", "DAY#01"),
        Of("DailyRollUp", "ANALYTICS#2026-12", "DAY#09"),
        Of("DailyRollUp", "ANALYTICS#2026-12", "DAY#10"),
    ];

    private const long TableTime = 1797085800;

    private static TableItem Of(string entity, string partition, string sort, IndexKey? gsi1 = null, IndexKey? gsi2 = null, IndexKey? gsi3 = null) =>
        Item(partition, sort, $$"""{"of":"{{entity}}"}""") with { EntityType = entity, Gsi1 = gsi1, Gsi2 = gsi2, Gsi3 = gsi3 };
}
