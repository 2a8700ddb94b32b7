using System.Text.Json;
using Nots.Domain.Tests;
using Nots.Storage.Entities;

namespace Nots.Storage.Tests.Bookings;

public sealed class BookingItemTests
{
    [Fact]
    public void What_is_computed_of_a_journey_is_not_stored()
    {
        using var data = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(A.Assigned(), EntityJson.Options));

        Assert.Equal(
            ["type", "vehicleClass", "pickup", "dropoff", "vias", "outbound", "passengers", "luggage", "estimated"],
            data.RootElement.GetProperty("journey").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void A_booking_comes_back_as_it_was_stored()
    {
        var booking = A.Assigned(A.ReturnJourney());

        var stored = JsonSerializer.SerializeToUtf8Bytes(booking, EntityJson.Options);
        var read = JsonSerializer.Deserialize<Domain.Bookings.Booking>(stored, EntityJson.Options)!;

        Assert.Equal(stored, JsonSerializer.SerializeToUtf8Bytes(read, EntityJson.Options));
        Assert.Equal(booking.Journey.Slots, read.Journey.Slots);
    }
}
