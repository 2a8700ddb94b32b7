using System.Net;
using System.Text.Json;

namespace Nots.Client.Tests;

public sealed class NotsClientTests
{
    private const string NoBookings = """{"bookings":[],"pagination":{"limit":20,"nextCursor":null,"hasMore":false}}""";

    [Fact]
    public async Task A_guest_sends_no_token_and_who_has_signed_in_sends_theirs()
    {
        using var answer = new OneAnswer(HttpStatusCode.OK, NoBookings);
        var guest = answer.Client();

        await guest.BookingsListAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(answer.Authorization);
        await guest.WithToken("secret").BookingsListAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("Bearer secret", answer.Authorization);
    }

    [Fact]
    public async Task A_query_has_what_was_given_by_its_wire_name_and_escaped()
    {
        using var answer = new OneAnswer(HttpStatusCode.OK, NoBookings);

        await answer.Client().BookingsListAsync(BookingStatus.NoShow, q: "Ada & co", limit: 5, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("GET /v1/bookings?status=no_show&q=Ada%20%26%20co&limit=5", answer.Asked);
    }

    [Fact]
    public async Task A_path_is_escaped()
    {
        using var answer = new OneAnswer(HttpStatusCode.NotFound, "{}");

        await Assert.ThrowsAsync<NotsException>(() => answer.Client().BookingsGetAsync("../a b", TestContext.Current.CancellationToken));

        Assert.Equal("GET /v1/bookings/..%2Fa%20b", answer.Asked);
    }

    [Fact]
    public async Task A_header_and_the_body_are_sent_and_what_was_not_given_is_not()
    {
        using var answer = new OneAnswer(HttpStatusCode.Conflict, "{}");
        var request = new BookingRequest
        {
            QuoteId = "quote_1",
            Customer = new CustomerRequest { FirstName = "Ada", LastName = "Byron", Email = "ada@example.com", Phone = "+447700900123" },
            PaymentMethod = PaymentMethod.Card,
        };

        await Assert.ThrowsAsync<NotsException>(() => answer.Client().BookingsCreateAsync(request, "key", TestContext.Current.CancellationToken));

        Assert.Equal("key", answer.IdempotencyKey);
        Assert.Equal(
            """{"quoteId":"quote_1","customer":{"firstName":"Ada","lastName":"Byron","email":"ada@example.com","phone":"\u002B447700900123"},"paymentMethod":"card"}""",
            answer.Sent);
    }

    [Fact]
    public async Task A_refusal_has_the_platforms_words_and_details()
    {
        using var answer = new OneAnswer(
            HttpStatusCode.BadRequest,
            """
            {"error":{"code":"INVALID_REQUEST","message":"The request has 2 errors.","requestId":"1","details":{"gate":"busy","fields":[
              {"field":"pickupTime","constraint":"notice","message":"Too soon."},{"field":"passengers","constraint":"range","message":"Too many."}]}}}
            """);

        var refusal = await Assert.ThrowsAsync<NotsException>(() => answer.Client().StatusGetAsync(TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST", "The request has 2 errors. Too soon. Too many."), (refusal.Status, refusal.Code, refusal.Reason));
        Assert.Equal("GET /v1/status was answered 400 INVALID_REQUEST: The request has 2 errors. Too soon. Too many.", refusal.Message);
        Assert.True(refusal.IsAbout("pickupTime", "notice"));
        Assert.False(refusal.IsAbout("pickupTime", "range"));
        Assert.Equal("busy", refusal.Detail("gate"));
        Assert.Null(refusal.Detail("fields"));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, "<html>", "")]
    [InlineData(HttpStatusCode.NotFound, "{}", "")]
    [InlineData(HttpStatusCode.OK, "<html>", "UNREADABLE")]
    [InlineData(HttpStatusCode.OK, "null", "UNREADABLE")]
    [InlineData(HttpStatusCode.OK, "{}", "UNREADABLE")]
    public async Task An_answer_that_is_not_the_platforms_is_told_apart(HttpStatusCode status, string body, string code)
    {
        using var answer = new OneAnswer(status, body);

        var refusal = await Assert.ThrowsAsync<NotsException>(() => answer.Client().StatusGetAsync(TestContext.Current.CancellationToken));

        Assert.Equal((status, code), (refusal.Status, refusal.Code));
    }

    [Fact]
    public void A_value_has_its_wire_name_and_is_found_by_it()
    {
        Assert.Equal("partially_refunded", PaymentStatus.PartiallyRefunded.WireName());
        Assert.Equal(PaymentStatus.PartiallyRefunded, WireNames.Parse<PaymentStatus>("partially_refunded"));
        Assert.Throws<JsonException>(() => WireNames.Parse<PaymentStatus>("paid"));
    }
}
