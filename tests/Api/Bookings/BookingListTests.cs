using System.Net;
using Nots.Api.Tests.Support;

namespace Nots.Api.Tests.Bookings;

public sealed class BookingListTests
{
    [Fact]
    public async Task Pages_follow_each_other_by_cursor_until_there_is_no_more()
    {
        await using var host = await ApiHost.StartAsync();
        var token = Seed(host, 5);

        var ids = new List<string>();
        var cursor = "";
        for (var page = 0; page < 3; page++)
        {
            var answer = await host.GetAsync($"/v1/bookings?limit=2{cursor}", token);
            ids.AddRange(answer.Json.GetProperty("bookings").EnumerateArray().Select(booking => booking.GetProperty("bookingId").GetString()!));
            var pagination = answer.Json.GetProperty("pagination");
            Assert.Equal((2, page < 2), (pagination.GetProperty("limit").GetInt32(), pagination.GetProperty("hasMore").GetBoolean()));
            cursor = "&cursor=" + pagination.GetProperty("nextCursor").GetString();
        }

        Assert.Equal(["booking_0", "booking_1", "booking_2", "booking_3", "booking_4"], ids);
    }

    [Fact]
    public async Task A_cursor_is_good_for_one_list_one_caller_and_the_same_filters()
    {
        await using var host = await ApiHost.StartAsync();
        var token = Seed(host, 3);
        var cursor = (await host.GetAsync("/v1/bookings?limit=1", token)).Json.GetProperty("pagination").GetProperty("nextCursor").GetString()!;

        string[] foreign =
        [
            $"/v1/bookings?cursor={cursor[..^1]}{(cursor[^1] == 'A' ? 'B' : 'A')}",
            "/v1/bookings?cursor=bm90LW91cnM",
            $"/v1/bookings?status=pending&cursor={cursor}",
            $"/v1/drivers?cursor={cursor}",
        ];
        foreach (var path in foreign)
        {
            var answer = await host.GetAsync(path, token);
            Assert.Equal((HttpStatusCode.BadRequest, "cursor:cursor"), (answer.Status, Assert.Single(answer.Faults)));
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await host.GetAsync($"/v1/bookings?cursor={cursor}", host.Issuer.Token("dora", "dispatcher"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"/v1/bookings?cursor={cursor}&limit=2", token)).Status);
    }

    [Theory]
    [InlineData("limit=0", "limit:range")]
    [InlineData("limit=101", "limit:range")]
    [InlineData("limit=-1", "limit:range")]
    [InlineData("limit=ten", "limit:type")]
    [InlineData("limit=1.5", "limit:type")]
    [InlineData("limit=99999999999999999999", "limit:type")]
    [InlineData("status=lost", "status:one_of")]
    [InlineData("status=Pending", "status:one_of")]
    [InlineData("from=today", "from:format")]
    [InlineData("from=2026-12-10T00:00Z&to=2026-12-09T00:00Z", "to:order")]
    [InlineData("sort=asc", "sort:unknown")]
    public async Task A_wrong_parameter_is_named(string query, string fault)
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.GetAsync("/v1/bookings?" + query, host.Issuer.Token("dee", "dispatcher"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([fault], answer.Faults);
    }

    [Fact]
    public async Task A_customer_gets_their_own_only()
    {
        await using var host = await ApiHost.StartAsync();
        Seed(host, 2);
        host.Table.Seed(A.Booking("booking_eve") with { UserId = "eve" });

        var answer = await host.GetAsync("/v1/bookings", host.Issuer.Token("eve"));

        Assert.Equal("booking_eve", Assert.Single(answer.Json.GetProperty("bookings").EnumerateArray().ToList()).GetProperty("bookingId").GetString());
    }

    private static string Seed(ApiHost host, int bookings)
    {
        for (var i = 0; i < bookings; i++)
            host.Table.Seed(A.Booking($"booking_{i}"));
        return host.Issuer.Token("dee", "dispatcher");
    }
}
