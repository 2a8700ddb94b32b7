using System.Collections.Frozen;
using System.Globalization;
using Nots.Application.Bookings;
using Nots.Application.Idempotency;
using Nots.Application.Outbox;
using Nots.Application.Payments;
using Nots.Domain.Audit;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Dispatch;
using Nots.Domain.Drivers;
using Nots.Domain.Messages;
using Nots.Domain.Payments;
using Nots.Domain.Quotes;
using Nots.Domain.Users;
using Nots.Domain.Vehicles;
using Nots.Storage.Table;

namespace Nots.Storage.Entities;

/// <summary>The single table's design: the keys of every entity, once. Data of other programs has this shape, so it is fixed.</summary>
internal static class TableDesign
{
    /// <summary>A quote is shown as expired for a while before it is forgotten.</summary>
    private static readonly TimeSpan QuoteKept = TimeSpan.FromDays(1);

    private static readonly FrozenDictionary<Type, IEntityMapping> Mappings = new Dictionary<Type, IEntityMapping>
    {
        [typeof(User)] = new EntityMapping<User>("User", user => Keys.User(user.Id))
        {
            Gsi1 = user => Keys.UserByEmail(user.Email),
        },
        [typeof(Driver)] = new EntityMapping<Driver>("Driver", driver => Keys.Driver(driver.Id))
        {
            Gsi1 = driver => Keys.DriverByStatus(driver.Status, driver.Id.Value),
            Gsi2 = driver => new IndexKey(
                $"DRIVER_AVAILABLE#{(driver.Availability.Available ? "true" : "false")}",
                "RATING#" + driver.Performance.Rating.ToString("0.0", CultureInfo.InvariantCulture)),
        },
        [typeof(AllocationDay)] = new EntityMapping<AllocationDay>("AllocationDay", day => Keys.Day(day.OwnerId, day.Day)),
        [typeof(ComplianceDocument)] = new EntityMapping<ComplianceDocument>(
            "Document", document => Keys.Document(document.Owner, document.OwnerId, document.Type))
        {
            Gsi1 = document => new IndexKey($"DOC_STATUS#{Wire.Name(document.Review)}", $"EXPIRY#{document.ExpiresAt.ToUnixTimeSeconds()}"),
        },
        [typeof(Vehicle)] = new EntityMapping<Vehicle>("Vehicle", vehicle => Keys.Vehicle(vehicle.Id))
        {
            Gsi1 = vehicle => Keys.VehicleByStatus(vehicle.Status, vehicle.Id.Value),
        },
        [typeof(Quote)] = new EntityMapping<Quote>("Quote", quote => Keys.Quote(quote.Id))
        {
            TimeToLive = quote => quote.ExpiresAt + QuoteKept,
        },
        [typeof(Booking)] = new EntityMapping<Booking>("Booking", booking => Keys.Booking(booking.Id))
        {
            Gsi1 = booking => new IndexKey(Keys.BookingStatus(booking.Status), Keys.PickupTime(booking.Journey.PickupAt)),
            Gsi2 = booking => booking.UserId is { } user ? new IndexKey(Keys.UserPartition(user), $"BOOKING#{booking.Id}") : null,
            Gsi3 = booking => booking.Driver is { } driver
                ? new IndexKey(Keys.DriverPartition(driver.DriverId), Keys.PickupTime(booking.Journey.PickupAt))
                : null,
        },
        [typeof(BookingReference)] = new EntityMapping<BookingReference>("BookingReference", reference => Keys.Reference(reference.Reference)),
        [typeof(BookingEvent)] = new EntityMapping<BookingEvent>("BookingEvent", happened => Keys.Event(happened.BookingId, happened.Sequence)),
        [typeof(Payment)] = new EntityMapping<Payment>("Payment", payment => new TableKey(Keys.BookingPartition(payment.BookingId), $"PAYMENT#{payment.Id}"))
        {
            Gsi1 = payment => new IndexKey($"PAYMENT_STATUS#{Wire.Name(payment.Status)}", $"CREATED#{payment.CreatedAt.ToUnixTimeSeconds()}"),
            Gsi2 = payment => payment.IntentId is { } intent ? Keys.PaymentByIntent(intent) : null,
        },
        [typeof(PaymentSecret)] = new EntityMapping<PaymentSecret>("PaymentSecret", secret => Keys.PaymentSecret(secret.BookingId))
        {
            TimeToLive = secret => secret.ExpiresAt,
        },
        [typeof(LegalRecord)] = new EntityMapping<LegalRecord>("LegalRecord", record => Keys.LegalRecord(record.BookingId)),
        [typeof(DispatchDecision)] = new EntityMapping<DispatchDecision>(
            "DispatchDecision", decision => new TableKey(Keys.BookingPartition(decision.BookingId), $"DECISION#{decision.Id}")),
        [typeof(Message)] = new EntityMapping<Message>("Message", message => Keys.Message(message.BookingId, message.Id))
        {
            Gsi1 = message => new IndexKey($"MESSAGE_STATUS#{Wire.Name(message.Status)}", $"CREATED#{message.CreatedAt.ToUnixTimeSeconds()}"),
        },
        [typeof(OutboxEntry)] = new EntityMapping<OutboxEntry>(
            "OutboxEntry", entry => new TableKey(Keys.OutboxShard(entry.Shard), $"{entry.At.ToUnixTimeMilliseconds()}#{entry.Id}")),
        [typeof(IdempotencyRecord)] = new EntityMapping<IdempotencyRecord>("IdempotencyRecord", record => Keys.Idempotency(record.CallerKey, record.Key))
        {
            TimeToLive = record => record.ExpiresAt,
        },
        [typeof(StripeEventSeen)] = new EntityMapping<StripeEventSeen>("StripeEventSeen", seen => new TableKey($"STRIPE_EVENT#{seen.EventId}", "SEEN"))
        {
            TimeToLive = seen => seen.ExpiresAt,
        },
        [typeof(AuditEntry)] = new EntityMapping<AuditEntry>(
            "AuditEntry",
            entry => new TableKey(
                "AUDIT#" + entry.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"{entry.At.ToUnixTimeMilliseconds()}#{entry.Id}"))
        {
            Gsi1 = entry => entry.By.Id is { } actor
                ? new IndexKey($"ACTOR#{actor}", entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
                : null,
        },
        [typeof(Tariff)] = new EntityMapping<Tariff>("Tariff", tariff => new TableKey(Keys.Settings, Keys.TariffPrefix + Wire.Name(tariff.VehicleClass))),
        [typeof(CancellationPolicy)] = new EntityMapping<CancellationPolicy>("CancellationPolicy", _ => Keys.CancellationPolicy),
    }.ToFrozenDictionary();

    /// <exception cref="ArgumentException">The table has no place for entities of this type.</exception>
    public static IEntityMapping For(Entity entity) => Mappings.TryGetValue(entity.GetType(), out var mapping)
        ? mapping
        : throw new ArgumentException($"The table has no place for a {entity.GetType().Name}.", nameof(entity));
}
