using System.Net;
using Nots.Api.Tests.Support;
using Nots.Application.Storage;
using Nots.Domain.Bookings;

namespace Nots.Api.Tests.Payments;

public sealed class PaymentTests
{
    [Fact]
    public async Task The_open_intent_is_given_to_whoever_pays()
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.Booking());
        host.Table.Seed(A.PaymentSecret());

        var answer = await host.PostAsync("/v1/payments/intents", """{"bookingId":"booking_1"}""", host.Issuer.Token("ada"));
        var stranger = await host.PostAsync("/v1/payments/intents", """{"bookingId":"booking_1"}""", host.Issuer.Token("eve"));
        var priced = await host.PostAsync("/v1/payments/intents", """{"bookingId":"booking_1","amount":1}""", host.Issuer.Token("ada"));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("""{"paymentIntentId":"pi_1","clientSecret":"pi_1_secret","amount":1228,"currency":"GBP","status":"pending"}""", answer.Body);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.Equal(["amount:unknown"], priced.Faults);
    }

    [Fact]
    public async Task A_signed_event_has_its_effect_and_Stripe_is_told_so()
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.Booking());

        var answer = await PostAsync(host, "pi_1 1228", "good");

        Assert.Equal((HttpStatusCode.OK, """{"received":true}"""), (answer.Status, answer.Body));
        Assert.Equal(BookingStatus.Confirmed, Assert.Single(host.Table.All<Booking>()).Status);
    }

    [Theory]
    [InlineData("bad")]
    [InlineData(null)]
    public async Task A_wrong_signature_is_refused_and_changes_nothing(string? signature)
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.Booking());

        var answer = await PostAsync(host, "pi_1 1228", signature);

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (answer.Status, answer.Code));
        Assert.Equal(BookingStatus.Pending, Assert.Single(host.Table.All<Booking>()).Status);
    }

    [Fact]
    public async Task Trouble_with_the_table_makes_Stripe_send_it_again()
    {
        await using var host = await ApiHost.StartAsync();
        host.Table.Seed(A.Booking());
        host.Table.Fault = new StorageUnavailableException("down");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await PostAsync(host, "pi_1 1228", "good")).Status);
    }

    [Fact]
    public async Task An_event_is_at_most_half_a_megabyte()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(host, new string('x', 512 * 1024), "bad")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(host, new string('x', (512 * 1024) + 1), "bad")).Status);
    }

    private static Task<Answer> PostAsync(ApiHost host, string body, string? signature) => signature is null
        ? host.PostAsync("/v1/webhooks/stripe", body)
        : host.SendAsync(HttpMethod.Post, "/v1/webhooks/stripe", body, headers: ("Stripe-Signature", signature));
}
