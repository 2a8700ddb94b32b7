using System.Globalization;
using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Drivers;
using Nots.Domain.Vehicles;
using Nots.Storage.Table;

namespace Nots.Storage.Entities;

/// <summary>The keys that are both written and looked up.</summary>
internal static class Keys
{
    public const string Settings = "SETTINGS";
    public const string TariffPrefix = "TARIFF#";
    public const string EventPrefix = "EVENT#";
    public const string DayPrefix = "DAY#";
    public const string DocumentPrefix = "DOC#";
    public const string MessagePrefix = "MESSAGE#";

    public static TableKey CancellationPolicy => new(Settings, "CANCELLATION");

    public static TableKey User(string id) => new(UserPartition(id), "PROFILE");

    public static string UserPartition(string id) => $"USER#{id}";

    public static IndexKey UserByEmail(string email) => new($"EMAIL#{email.ToLowerInvariant()}", "USER");

    public static TableKey Driver(DriverId id) => new(DriverPartition(id), "PROFILE");

    public static string DriverPartition(DriverId id) => $"DRIVER#{id}";

    public static IndexKey DriverByStatus(DriverStatus status, string id) => new($"DRIVER_STATUS#{Wire.Name(status)}", $"DRIVER#{id}");

    public static TableKey Vehicle(VehicleId id) => new(VehiclePartition(id), "METADATA");

    public static string VehiclePartition(VehicleId id) => $"VEHICLE#{id}";

    public static IndexKey VehicleByStatus(VehicleStatus status, string id) => new($"VEHICLE_STATUS#{Wire.Name(status)}", $"VEHICLE#{id}");

    /// <summary>A day of a driver or of a vehicle: an id says by its prefix which it is.</summary>
    public static TableKey Day(string ownerId, DateOnly day) => new(OwnerPartition(ownerId), DaySort(day));

    public static string DaySort(DateOnly day) => DayPrefix + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string OwnerPartition(string ownerId) =>
        VehicleId.TryParse(ownerId, out var vehicle) ? VehiclePartition(vehicle) : DriverPartition(DriverId.Parse(ownerId));

    public static TableKey Document(DocumentOwner owner, string ownerId, DocumentType type) =>
        new(DocumentPartition(owner, ownerId), DocumentPrefix + Wire.Name(type));

    public static string DocumentPartition(DocumentOwner owner, string ownerId) =>
        owner == DocumentOwner.Vehicle ? VehiclePartition(VehicleId.Parse(ownerId)) : DriverPartition(DriverId.Parse(ownerId));

    public static TableKey Quote(QuoteId id) => new($"QUOTE#{id}", "METADATA");

    public static TableKey Booking(BookingId id) => new(BookingPartition(id), "METADATA");

    public static string BookingPartition(BookingId id) => $"BOOKING#{id}";

    public static string BookingStatus(BookingStatus status) => $"STATUS#{Wire.Name(status)}";

    public static string PickupTime(DateTimeOffset pickupAt) => PickupTime(pickupAt.ToUnixTimeSeconds());

    public static string PickupTime(long epochSeconds) => $"PICKUP_TIME#{epochSeconds}";

    public static TableKey Reference(string reference) => new($"REF#{reference}", "BOOKING");

    public static TableKey Event(BookingId bookingId, int sequence) => new(BookingPartition(bookingId), EventSort(sequence));

    public static string EventSort(int sequence) => EventPrefix + sequence.ToString("D6", CultureInfo.InvariantCulture);

    public static IndexKey PaymentByIntent(string intentId) => new($"PAYMENT_INTENT#{intentId}", "PAYMENT");

    // Outside the stretch of the partition that is read for a booking's messages.
    public static TableKey PaymentSecret(BookingId bookingId) => new(BookingPartition(bookingId), "PAYMENT_SECRET");

    public static TableKey LegalRecord(BookingId bookingId) => new(BookingPartition(bookingId), "LEGAL_RECORD");

    public static TableKey Message(BookingId bookingId, string messageId) => new(BookingPartition(bookingId), MessagePrefix + messageId);

    public static string OutboxShard(int shard) => $"OUTBOX#{shard}";

    public static TableKey Idempotency(string callerKey, string key) => new($"IDEMPOTENCY#{callerKey}#{key}", "RECORD");
}
