using System.Text.Json;
using Nots.Application.Common;
using Nots.Application.Lifecycle;
using Nots.Domain.Common;

namespace Nots.Application.Tests.Common;

public sealed class EntityIdJsonConverterTests
{
    [Fact]
    public void A_history_holds_an_id_as_the_string_that_it_always_was()
    {
        var json = JsonSerializer.Serialize(new BookingVersion(BookingId.Parse("booking_1"), 7), WorkflowJson.Options);

        Assert.Equal("""{"bookingId":"booking_1","version":7}""", json);
        Assert.Equal(new BookingVersion(BookingId.Parse("booking_1"), 7), JsonSerializer.Deserialize<BookingVersion>(json, WorkflowJson.Options));
    }

    [Theory]
    [InlineData("\"driver_1\"")]
    [InlineData("1")]
    public void What_is_no_id_of_the_kind_is_not_read(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<BookingId>(json, WorkflowJson.Options));
}
