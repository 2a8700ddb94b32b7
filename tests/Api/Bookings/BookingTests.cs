using System.Net;
using System.Text.Json;
using Nots.Api.Tests.Support;
using Nots.Domain.Bookings;
using Nots.Domain.Users;

namespace Nots.Api.Tests.Bookings;

public sealed class BookingTests
{
    [Fact]
    public async Task A_booking_is_made_and_its_maker_gets_what_paying_and_managing_take()
    {
        await using var host = await ApiHost.StartAsync();
        var quote = (await host.PostAsync("/v1/quotes", A.QuoteJson)).Text("quoteId");

        var answer = await host.PostAsync("/v1/bookings", A.BookingJson(quote));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal($"/v1/bookings/{answer.Text("bookingId")}", answer.Headers["Location"]);
        Assert.Equal(("pending", "payment"), (answer.Text("status"), answer.Text("stage")));
        Assert.Equal(
            $$"""{"method":"card","status":"pending","amount":1228,"refunded":0,"currency":"GBP","paymentIntentId":"pi_{{answer.Text("bookingId")}}","clientSecret":"pi_{{answer.Text("bookingId")}}_secret"}""",
            answer.Json.GetProperty("payment").GetRawText());
        Assert.Equal("""[{"at":"2026-12-08T14:30:00Z","event":"created"}]""", answer.Json.GetProperty("timeline").GetRawText());
        Assert.Equal(["driver", "vehicle", "progress"], NullsOf(answer.Json).Intersect(["driver", "vehicle", "progress"]));
        Assert.NotEmpty(answer.Text("manageToken"));
    }

    [Fact]
    public async Task The_same_request_under_the_same_key_is_the_same_booking_however_it_is_written()
    {
        await using var host = await ApiHost.StartAsync();
        var quote = (await host.PostAsync("/v1/quotes", A.QuoteJson)).Text("quoteId");
        var shuffled = $$"""
            { "paymentMethod" : "card", "customer": {"phone":"+447700900123", "email":"ada@example.com",
              "lastName":"Byr\u006fn","firstName":"Ada"},
              "quoteId":"{{quote}}"}
            """;

        var first = await host.SendAsync(HttpMethod.Post, "/v1/bookings", A.BookingJson(quote), headers: ("Idempotency-Key", "k1"));
        var second = await host.SendAsync(HttpMethod.Post, "/v1/bookings", shuffled, headers: ("Idempotency-Key", "k1"));
        var other = await host.SendAsync(HttpMethod.Post, "/v1/bookings", A.BookingJson(quote, "cash"), headers: ("Idempotency-Key", "k1"));

        Assert.Equal((HttpStatusCode.Created, first.Text("bookingId")), (second.Status, second.Text("bookingId")));
        Assert.Equal((HttpStatusCode.Conflict, "CONFLICT"), (other.Status, other.Code));
        Assert.Single(host.Table.All<Booking>());
    }

    [Fact]
    public async Task Two_idempotency_keys_are_a_fault_beside_the_others()
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await host.SendAsync(
            HttpMethod.Post, "/v1/bookings", """{"quoteId":"quote_1","customer":{"firstName":"\ud800"}}""", null, "application/json", ("Idempotency-Key", "a"), ("Idempotency-Key", "b"));

        Assert.Equal(
            ["Idempotency-Key:format", "customer.email:required", "customer.firstName:format", "customer.lastName:required", "customer.phone:required", "paymentMethod:required"],
            answer.Faults.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_guests_key_is_not_good_for_another_booking()
    {
        await using var host = await ApiHost.StartAsync();
        var quote = (await host.PostAsync("/v1/quotes", A.QuoteJson)).Text("quoteId");
        var another = (await host.PostAsync("/v1/quotes", A.QuoteJson)).Text("quoteId");

        await host.SendAsync(HttpMethod.Post, "/v1/bookings", A.BookingJson(quote), headers: ("Idempotency-Key", "k1"));
        var other = await host.SendAsync(HttpMethod.Post, "/v1/bookings", A.BookingJson(another), headers: ("Idempotency-Key", "k1"));

        Assert.Equal((HttpStatusCode.Conflict, "CONFLICT"), (other.Status, other.Code));
        Assert.Single(host.Table.All<Booking>());
    }

    [Theory]
    [InlineData("\\u200b", "customer.firstName:required")]
    [InlineData(" \\u200e \\ufeff", "customer.firstName:required")]
    [InlineData("\\u202eadA", "customer.firstName:format")]
    [InlineData("\\u2067Ada", "customer.firstName:format")]
    [InlineData("A\\nda", "customer.firstName:format")]
    public async Task A_name_is_seen_and_reads_as_it_is_written(string name, string fault)
    {
        await using var host = await ApiHost.StartAsync();
        var quote = (await host.PostAsync("/v1/quotes", A.QuoteJson)).Text("quoteId");

        var answer = await host.PostAsync("/v1/bookings", A.BookingJson(quote).Replace("\"Ada\"", $"\"{name}\"", StringComparison.Ordinal));

        Assert.Equal([fault], answer.Faults);
        Assert.Empty(host.Table.All<Booking>());
    }

    [Fact]
    public async Task An_unknown_field_with_half_a_character_is_a_fault_like_any_other()
    {
        await using var host = await ApiHost.StartAsync();
        var quote = (await host.PostAsync("/v1/quotes", A.QuoteJson)).Text("quoteId");

        var answer = await host.SendAsync(
            HttpMethod.Post, "/v1/bookings", A.BookingJson(quote).Replace("{\"quoteId\"", "{\"x\":\"\\ud800\",\"quoteId\"", StringComparison.Ordinal), headers: ("Idempotency-Key", "k1"));

        Assert.Equal(["x:unknown"], answer.Faults);
    }

    [Fact]
    public async Task A_guest_reads_and_cancels_by_the_link_and_nobody_else_does()
    {
        await using var host = await ApiHost.StartAsync();
        var quote = (await host.PostAsync("/v1/quotes", A.QuoteJson)).Text("quoteId");
        var made = await host.PostAsync("/v1/bookings", A.BookingJson(quote, "cash"));
        var path = made.Headers["Location"];
        var link = ("X-Manage-Token", made.Text("manageToken"));

        var read = await host.SendAsync(HttpMethod.Get, path, headers: link);
        var without = await host.GetAsync(path);
        var forged = await host.SendAsync(HttpMethod.Get, path, headers: ("X-Manage-Token", made.Text("manageToken")[1..] + "A"));
        var cancelled = await host.SendAsync(HttpMethod.Delete, path + "?reason=Ill", headers: link);

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.False(read.Json.TryGetProperty("manageToken", out _));
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), (without.Status, without.Code));
        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (forged.Status, forged.Code));
        Assert.Equal(
            """{"reason":"Ill","cancelledBy":"guest","cancelledAt":"2026-12-08T14:30:00Z","refundAmount":0,"refundStatus":"not_required","cause":"requested"}""",
            cancelled.Json.GetProperty("cancellation").GetRawText());
    }

    [Fact]
    public async Task A_customer_sees_their_own_and_to_others_it_does_not_exist()
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.Booking());
        host.Table.Seed(A.PaymentSecret());

        var own = await host.GetAsync("/v1/bookings/booking_1", host.Issuer.Token("ada"));
        var others = await host.GetAsync("/v1/bookings/booking_1", host.Issuer.Token("eve"));
        var changed = await host.SendAsync(HttpMethod.Patch, "/v1/bookings/booking_1", """{"internalNotes":"x"}""", host.Issuer.Token("eve"));
        var ownChanged = await host.SendAsync(HttpMethod.Patch, "/v1/bookings/booking_1", """{"internalNotes":"x"}""", host.Issuer.Token("ada"));

        Assert.Equal("pi_1_secret", own.Json.GetProperty("payment").GetProperty("clientSecret").GetString());
        Assert.False(own.Json.TryGetProperty("internalNotes", out _));
        Assert.False(own.Json.TryGetProperty("bookedBy", out _));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (others.Status, changed.Status));
        Assert.Equal(HttpStatusCode.Forbidden, ownChanged.Status);
    }

    [Fact]
    public async Task A_driver_sees_their_job_without_payment_secrets_and_of_the_customer_name_and_phone()
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.Assigned());
        host.Table.Seed(A.User("dan", Role.Driver, "driver_1"));
        host.Table.Seed(A.User("don", Role.Driver, "driver_2"));

        var own = await host.GetAsync("/v1/bookings/booking_1", host.Issuer.Token("dan", "driver"));
        var others = await host.GetAsync("/v1/bookings/booking_1", host.Issuer.Token("don", "driver"));

        Assert.Equal("""{"firstName":"Ada","lastName":"Byron","phone":"+447700900123"}""", own.Json.GetProperty("customer").GetRawText());
        Assert.Equal("""{"method":"card","status":"completed","amount":1228,"refunded":0,"currency":"GBP"}""", own.Json.GetProperty("payment").GetRawText());
        Assert.False(own.Json.TryGetProperty("internalNotes", out _));
        Assert.Equal(HttpStatusCode.NotFound, others.Status);
    }

    [Fact]
    public async Task Staff_see_the_notes_and_the_secret_is_gone_once_it_is_paid()
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.Assigned());

        var answer = await host.GetAsync("/v1/bookings/booking_1", host.Issuer.Token("dee", "dispatcher"));

        Assert.Equal("Owes us an umbrella.", answer.Text("internalNotes"));
        Assert.Equal("""{"kind":"customer","id":"ada"}""", answer.Json.GetProperty("bookedBy").GetRawText());
        Assert.False(answer.Json.GetProperty("payment").TryGetProperty("clientSecret", out _));
        Assert.Equal(
            """{"driverId":"driver_1","firstName":"Dan","lastName":"Drew","phone":"+447700900456","rating":4.8}""",
            answer.Json.GetProperty("driver").GetRawText());
    }

    [Fact]
    public async Task A_driver_reports_progress_and_a_skipped_step_is_a_conflict_that_names_the_state()
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.Assigned());
        host.Table.Seed(A.User("dan", Role.Driver, "driver_1"));
        var token = host.Issuer.Token("dan", "driver");

        var skipped = await host.SendAsync(HttpMethod.Patch, "/v1/bookings/booking_1", """{"progress":"onboard"}""", token);
        var started = await host.SendAsync(HttpMethod.Patch, "/v1/bookings/booking_1", """{"progress":"en_route"}""", token);

        Assert.Equal((HttpStatusCode.Conflict, "assigned"), (skipped.Status, skipped.Error.GetProperty("details").GetProperty("status").GetString()));
        Assert.Equal((HttpStatusCode.OK, "in_progress", "en_route"), (started.Status, started.Text("status"), started.Text("progress")));
    }

    [Theory]
    [InlineData("full", HttpStatusCode.OK, 1228)]
    [InlineData("none", HttpStatusCode.OK, 0)]
    [InlineData("100", HttpStatusCode.OK, 100)]
    [InlineData("1229", HttpStatusCode.BadRequest, null)]
    [InlineData("-1", HttpStatusCode.BadRequest, null)]
    [InlineData("half", HttpStatusCode.BadRequest, null)]
    [InlineData("1e2", HttpStatusCode.BadRequest, null)]
    [InlineData("99999999999999999999", HttpStatusCode.BadRequest, null)]
    public async Task An_admin_refunds_all_nothing_or_an_amount(string refund, HttpStatusCode status, int? amount)
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.Booking().PaymentSucceeded(1228, "pi_1", A.Now)!.Booking);

        var answer = await host.SendAsync(HttpMethod.Delete, $"/v1/bookings/booking_1?refund={refund}", token: host.Issuer.Token("al", "admin"));

        Assert.Equal(status, answer.Status);
        if (amount is null)
            Assert.Equal("refund", answer.Faults[0].Split(':')[0]);
        else
            Assert.Equal(amount, answer.Json.GetProperty("cancellation").GetProperty("refundAmount").GetInt32());
    }

    [Fact]
    public async Task The_event_record_is_for_staff()
    {
        await using var host = await ApiHost.StartAsync();
        var quote = (await host.PostAsync("/v1/quotes", A.QuoteJson)).Text("quoteId");
        var path = (await host.PostAsync("/v1/bookings", A.BookingJson(quote))).Headers["Location"] + "/events";

        var answer = await host.GetAsync(path, host.Issuer.Token("dee", "dispatcher"));

        Assert.Equal(
            """{"events":[{"sequence":1,"type":"created","at":"2026-12-08T14:30:00Z","by":{"kind":"guest"},"facts":{}}]}""", answer.Body);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync(path, host.Issuer.Token("ada"))).Status);
    }

    private static IEnumerable<string> NullsOf(JsonElement json) =>
        json.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Null).Select(property => property.Name);
}
