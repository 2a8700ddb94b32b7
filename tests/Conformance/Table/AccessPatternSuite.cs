using Nots.Storage.Table;

namespace Nots.Conformance.Table;

/// <summary>Every way in which the platform reads the single table, over the entities of its design page.</summary>
public abstract class AccessPatternSuite(ITableFactory factory) : TableSuite(factory)
{
    public static TheoryData<string> Entities { get; } = [.. Platform.Items.Select(item => item.EntityType).Distinct()];

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task An_entity_is_found_by_its_key_and_at_its_place_in_each_index(string entity)
    {
        await FillAsync();

        foreach (var item in Platform.Items.Where(item => item.EntityType == entity))
        {
            Items.AssertSame(item, await GetAsync(item.Key));
            foreach (var index in (TableIndex[])[TableIndex.Gsi1, TableIndex.Gsi2, TableIndex.Gsi3])
            {
                if (IndexItems.KeyIn(item, index) is { } key)
                    Items.AssertSame([item], await AllAsync(new TableQuery(index, key.PartitionKey, SortKeyRange.Between(key.SortKey, key.SortKey))));
            }
        }
    }

    public static TheoryData<string, TableQuery, string[]> Patterns { get; } = new()
    {
        { "a user by e-mail", new(TableIndex.Gsi1, "EMAIL#ada@example.com"), ["USER#u1 / PROFILE"] },
        { "drivers by status", new(TableIndex.Gsi1, "DRIVER_STATUS#active"), ["DRIVER#d1 / PROFILE", "DRIVER#d2 / PROFILE"] },
        { "available drivers, best first", new(TableIndex.Gsi2, "DRIVER_AVAILABLE#true", Descending: true), ["DRIVER#d1 / PROFILE", "DRIVER#d2 / PROFILE"] },
        { "available drivers rated 4.0 or better", new(TableIndex.Gsi2, "DRIVER_AVAILABLE#true", SortKeyRange.AtLeast("RATING#4.0")), ["DRIVER#d1 / PROFILE"] },
        { "a driver's days", new(TableIndex.Primary, "DRIVER#d1", SortKeyRange.Between("DAY#2026-12-10", "DAY#2026-12-31")), ["DRIVER#d1 / DAY#2026-12-10"] },
        { "a driver's documents with the superseded", new(TableIndex.Primary, "DRIVER#d1", SortKeyRange.BeginsWith("DOC#")), ["DRIVER#d1 / DOC#licence", "DRIVER#d1 / DOC#licence#doc1"] },
        { "superseded documents of a type", new(TableIndex.Primary, "DRIVER#d1", SortKeyRange.BeginsWith("DOC#licence#")), ["DRIVER#d1 / DOC#licence#doc1"] },
        { "documents that expire soon", new(TableIndex.Gsi1, "DOC_STATUS#valid", SortKeyRange.AtMost($"EXPIRY#{Now + (30 * 86400)}")), ["DRIVER#d1 / DOC#licence"] },
        { "vehicles by status", new(TableIndex.Gsi1, "VEHICLE_STATUS#active"), ["VEHICLE#v1 / METADATA", "VEHICLE#v2 / METADATA"] },
        { "bookings by status, by pick-up", new(TableIndex.Gsi1, "STATUS#confirmed"), ["BOOKING#b2 / METADATA", "BOOKING#b1 / METADATA"] },
        { "bookings to be picked up within the hour", new(TableIndex.Gsi1, "STATUS#confirmed", SortKeyRange.Between($"PICKUP_TIME#{Now}", $"PICKUP_TIME#{Now + 3600}")), ["BOOKING#b2 / METADATA"] },
        { "a customer's bookings, newest first", new(TableIndex.Gsi2, "USER#u1", SortKeyRange.BeginsWith("BOOKING#"), Descending: true), ["BOOKING#b2 / METADATA", "BOOKING#b1 / METADATA"] },
        { "a driver's journeys", new(TableIndex.Gsi3, "DRIVER#d1", SortKeyRange.BeginsWith("PICKUP_TIME#")), ["BOOKING#b2 / METADATA", "BOOKING#b1 / METADATA"] },
        { "a driver's offers", new(TableIndex.Gsi3, "DRIVER#d1", SortKeyRange.BeginsWith("OFFER#")), ["BOOKING#b1 / OFFER#o1"] },
        { "a booking's timeline", new(TableIndex.Primary, "BOOKING#b1", SortKeyRange.BeginsWith("EVENT#"), Consistency: Consistency.Strong), ["BOOKING#b1 / EVENT#000001", "BOOKING#b1 / EVENT#000002", "BOOKING#b1 / EVENT#000010"] },
        { "a booking's last event", new(TableIndex.Primary, "BOOKING#b1", SortKeyRange.Between("EVENT#000010", "EVENT#999999"), Descending: true), ["BOOKING#b1 / EVENT#000010"] },
        { "a booking's payments", new(TableIndex.Primary, "BOOKING#b1", SortKeyRange.BeginsWith("PAYMENT#")), ["BOOKING#b1 / PAYMENT#p1", "BOOKING#b1 / PAYMENT#p2"] },
        { "payments by status", new(TableIndex.Gsi1, "PAYMENT_STATUS#failed"), ["BOOKING#b1 / PAYMENT#p1"] },
        { "a payment by its intent", new(TableIndex.Gsi2, "PAYMENT_INTENT#pi_2"), ["BOOKING#b1 / PAYMENT#p2"] },
        { "a booking's offers", new(TableIndex.Primary, "BOOKING#b1", SortKeyRange.BeginsWith("OFFER#")), ["BOOKING#b1 / OFFER#o1"] },
        { "a booking's decisions", new(TableIndex.Primary, "BOOKING#b1", SortKeyRange.BeginsWith("DECISION#")), ["BOOKING#b1 / DECISION#x1"] },
        { "a driver's ratings", new(TableIndex.Gsi1, "DRIVER#d1", SortKeyRange.BeginsWith("RATING#")), ["BOOKING#b1 / RATING"] },
        { "complaints about a driver", new(TableIndex.Gsi1, "DRIVER#d1", SortKeyRange.BeginsWith("CREATED#")), ["COMPLAINT#c1 / METADATA"] },
        { "complaints by status and priority", new(TableIndex.Gsi2, "STATUS#open"), ["COMPLAINT#c1 / METADATA", "COMPLAINT#c2 / METADATA"] },
        { "messages by status", new(TableIndex.Gsi1, "MESSAGE_STATUS#queued"), ["BOOKING#b1 / MESSAGE#m1"] },
        { "an outbox shard, oldest first", new(TableIndex.Primary, "OUTBOX#3"), [$"OUTBOX#3 / {Now}000#o1", $"OUTBOX#3 / {Now}001#o0"] },
        { "an outbox shard up to a moment", new(TableIndex.Primary, "OUTBOX#3", SortKeyRange.AtMost($"{Now}000\uFFFF")), [$"OUTBOX#3 / {Now}000#o1"] },
        { "a day's audit, latest first", new(TableIndex.Primary, "AUDIT#2026-12-10", Descending: true), [$"AUDIT#2026-12-10 / {Now}500#a2", $"AUDIT#2026-12-10 / {Now}000#a1"] },
        { "what a person did", new(TableIndex.Gsi1, "ACTOR#u1", SortKeyRange.AtLeast($"{Now}001")), [$"AUDIT#2026-12-10 / {Now}500#a2"] },
        { "the zones", new(TableIndex.Primary, "SETTINGS", SortKeyRange.BeginsWith("ZONE#")), ["SETTINGS / ZONE#z1", "SETTINGS / ZONE#z2"] },
        { "all settings", new(TableIndex.Primary, "SETTINGS"), ["SETTINGS / CANCELLATION", "SETTINGS / FIXED_ROUTE#r1", "SETTINGS / PROMO#XMAS", "SETTINGS / SURGE#s1", "SETTINGS / TARIFF#standard", "SETTINGS / ZONE#z1", "SETTINGS / ZONE#z2"] },
        { "maintenance that begins soon", new(TableIndex.Primary, "MAINTENANCE", SortKeyRange.AtMost($"{Now + 300}")), [$"MAINTENANCE / {Now + 60}#w1"] },
        { "days of a month", new(TableIndex.Primary, "ANALYTICS#2026-12", SortKeyRange.Between("DAY#02", "DAY#31")), ["ANALYTICS#2026-12 / DAY#09", "ANALYTICS#2026-12 / DAY#10"] },
    };

    [Theory]
    [MemberData(nameof(Patterns), DisableDiscoveryEnumeration = true)]
    public async Task A_list_is_one_query(string pattern, TableQuery query, string[] keys)
    {
        await FillAsync();

        var page = await Table.QueryAsync(query, Cancelled);

        Assert.True(keys.SequenceEqual(page.Items.Select(item => item.Key.ToString())), $"{pattern}: {string.Join(", ", page.Items.Select(item => item.Key))}");
        Assert.Null(page.Next);
    }

    private Task FillAsync() => Table.BatchWriteAsync([.. Platform.Items.Select(item => item.Put())], Cancelled);
}
