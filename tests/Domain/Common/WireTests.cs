using Nots.Domain.Bookings;
using Nots.Domain.Common;
using Nots.Domain.Compliance;
using Nots.Domain.Drivers;
using Nots.Domain.Messages;
using Nots.Domain.Places;
using Nots.Domain.Quotes;
using Nots.Domain.Users;
using Nots.Domain.Vehicles;

namespace Nots.Domain.Tests.Common;

public sealed class WireTests
{
    /// <summary>Every enum of the domain, so that none is forgotten.</summary>
    public static TheoryData<Type> Enums => [.. typeof(Wire).Assembly.GetExportedTypes().Where(type => type.IsEnum)];

    [Theory]
    [MemberData(nameof(Enums))]
    public void Every_value_has_a_name_of_its_own_that_leads_back_to_it(Type type) =>
        typeof(WireTests).GetMethod(nameof(RoundTrip), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, null, null);

    // These are stored and sent: a renamed value must not go unnoticed.
    [Fact]
    public void The_names_are_those_of_the_wire()
    {
        Assert.Equal(["pending", "confirmed", "assigned", "in_progress", "completed", "cancelled", "no_show"], Wire.All<BookingStatus>());
        Assert.Equal(["payment", "driver_assignment", "journey", "completion", "cancellation"], Wire.All<BookingStage>());
        Assert.Equal(["en_route", "arrived", "onboard", "completed", "no_show"], Wire.All<JourneyProgress>());
        Assert.Equal(
            ["pending", "processing", "completed", "failed", "cancelled", "partially_refunded", "refunded", "not_required"],
            Wire.All<PaymentStatus>());
        Assert.Equal(["card", "cash", "account"], Wire.All<PaymentMethod>());
        Assert.Equal(["not_required", "pending", "succeeded", "failed"], Wire.All<RefundStatus>());
        Assert.Equal(["requested", "payment_timeout"], Wire.All<CancellationCause>());
        Assert.Equal(["waiting", "tolls", "parking"], Wire.All<ExtraKind>());
        Assert.Equal(["one_way", "return", "hourly"], Wire.All<JourneyType>());
        Assert.Equal(["standard", "executive", "minibus"], Wire.All<VehicleClass>());
        Assert.Equal(["metered", "hourly"], Wire.All<PricingMethod>());
        Assert.Equal(
            ["dbs", "phv_driver_licence", "driving_licence", "right_to_work", "medical", "insurance", "mot", "phv_vehicle_licence"],
            Wire.All<DocumentType>());
        Assert.Equal(["pending_review", "valid", "expiring_soon", "expired", "rejected"], Wire.All<DocumentStatus>());
        Assert.Equal(["driver", "vehicle"], Wire.All<DocumentOwner>());
        Assert.Equal(["active", "inactive", "suspended"], Wire.All<DriverStatus>());
        Assert.Equal(["active", "inactive", "maintenance"], Wire.All<VehicleStatus>());
        Assert.Equal(["customer", "driver", "dispatcher", "admin", "owner"], Wire.All<Role>());
        Assert.Equal(
            ["guest", "customer", "driver", "dispatcher", "admin", "owner", "system", "stripe"], Wire.All<ActorKind>());
        Assert.Equal(["email", "sms"], Wire.All<Channel>());
        Assert.Equal(["pending", "sent", "dead_letter"], Wire.All<MessageStatus>());
        Assert.Equal(["address", "town", "station", "airport", "port", "postcode_area"], Wire.All<PlaceKind>());
    }

    [Theory]
    [InlineData("InProgress")]
    [InlineData("IN_PROGRESS")]
    [InlineData("in-progress")]
    [InlineData(" in_progress")]
    [InlineData("3")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_name(string? text)
    {
        Assert.False(Wire.TryParse<BookingStatus>(text, out var value));
        Assert.Equal(default, value);
    }

    private static void RoundTrip<T>()
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            Assert.Matches("^[a-z]+(_[a-z]+)*$", Wire.Name(value));
            Assert.True(Wire.TryParse<T>(Wire.Name(value), out var parsed));
            Assert.Equal(value, parsed);
        }
        Assert.Equal(Enum.GetValues<T>().Select(Wire.Name), Wire.All<T>());
        Assert.Equal(Wire.All<T>().Count, Wire.All<T>().Distinct().Count());
    }
}
