using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Nots.Application.Payments;
using Nots.Domain.Common;
using Nots.Integrations.Stripe;
using Stripe;

namespace Nots.Integrations.Tests.Stripe;

public sealed class StripeWebhookTests : IAsyncDisposable
{
    private const string Secret = "whsec_current";
    private const string Previous = "whsec_previous";
    private const string Succeeded =
        """{"id":"evt_1","object":"event","api_version":"2026-10-28.endive","created":1796047200,"type":"payment_intent.succeeded","data":{"object":{"id":"pi_1","object":"payment_intent","amount":1228,"amount_received":1228,"currency":"gbp","metadata":{"bookingId":"booking_1"}}}}""";

    private static readonly DateTimeOffset Now = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);
    private readonly ServiceProvider _services;
    private readonly IPaymentWebhook _webhook;

    public StripeWebhookTests()
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_time)
            .AddStripe(new StripeOptions { BaseAddress = new Uri("http://127.0.0.1:1"), WebhookSecrets = [Secret, Previous] })
            .BuildServiceProvider();
        _webhook = _services.GetRequiredService<IPaymentWebhook>();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public void A_signed_event_is_read()
    {
        var read = _webhook.Read(Succeeded, Sign(Succeeded));

        Assert.Equal(
            new PaymentEvent(
                "evt_1", PaymentEventKind.Succeeded, "pi_1", "booking_1", 1228, "GBP", null, DateTimeOffset.FromUnixTimeSeconds(1796047200)),
            read.Value);
    }

    [Fact]
    public void During_a_rotation_the_other_secret_will_do() =>
        Assert.True(_webhook.Read(Succeeded, Sign(Succeeded, Previous)).Succeeded);

    [Fact]
    public void A_header_with_a_wrong_and_a_right_signature_will_do()
    {
        var right = Sign(Succeeded);

        Assert.True(_webhook.Read(Succeeded, right.Replace(",v1=", $",v1={new string('0', 64)},v1=", StringComparison.Ordinal)).Succeeded);
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public void A_time_within_five_minutes_will_do(int seconds) =>
        Assert.True(_webhook.Read(Succeeded, Sign(Succeeded, at: Now.AddSeconds(seconds))).Succeeded);

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    [InlineData(-86400)]
    public void An_older_or_future_time_is_refused(int seconds) =>
        Refused(Succeeded, Sign(Succeeded, at: Now.AddSeconds(seconds)), "Stripe-Signature", "signature");

    [Theory]
    [InlineData(null, "required")]
    [InlineData("", "required")]
    [InlineData("nonsense", "signature")]
    [InlineData("t=,v1=", "signature")]
    [InlineData("t=x,v1=00", "signature")]
    [InlineData("v1=00", "signature")]
    [InlineData("t=99999999999999999999,v1=00", "signature")]
    public void A_missing_or_malformed_signature_is_refused(string? signature, string constraint) =>
        Refused(Succeeded, signature, "Stripe-Signature", constraint);

    [Fact]
    public void Another_secret_is_refused() =>
        Refused(Succeeded, Sign(Succeeded, "whsec_strangers"), "Stripe-Signature", "signature");

    [Fact]
    public void A_body_that_was_tampered_with_is_refused() =>
        Refused(Succeeded.Replace("1228", "9999", StringComparison.Ordinal), Sign(Succeeded), "Stripe-Signature", "signature");

    [Fact]
    public void A_signature_of_another_scheme_is_refused() =>
        Refused(Succeeded, Sign(Succeeded).Replace("v1=", "v0=", StringComparison.Ordinal), "Stripe-Signature", "signature");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"evt_1"}""")]
    [InlineData("""{"id":"evt_1","object":"event","type":""")]
    [InlineData("""{"id":"evt_1","object":"event","created":"soon","type":"payment_intent.succeeded"}""")]
    [InlineData("""{"id":"evt_1","object":"event","created":1e30,"type":"payment_intent.succeeded"}""")]
    [InlineData("""{"id":7,"object":"event","created":{},"type":"payment_intent.succeeded"}""")]
    [InlineData("""{"id":"evt_1","object":"event","created":1796047200,"type":"payment_intent.succeeded","data":{"object":{"id":"pi_1","object":"payment_intent","metadata":[1]}}}""")]
    [InlineData("""{"id":"evt_1","object":"event","created":1796047200,"type":"payment_intent.succeeded","data":{"object":{"id":"pi_1","object":"payment_intent","amount":99999999999999999999}}}""")]
    public void A_signed_body_that_is_no_event_is_refused(string body) => Refused(body, Sign(body), "body", "format");

    [Fact]
    public void An_event_of_another_api_version_is_read() =>
        Assert.Equal(PaymentEventKind.Succeeded, Read(Succeeded.Replace("2026-10-28.endive", "2024-06-20", StringComparison.Ordinal)).Kind);

    [Theory]
    [InlineData("customer.created", """{"id":"cus_1","object":"customer"}""")]
    [InlineData("payment_intent.created", """{"id":"pi_1","object":"payment_intent"}""")]
    [InlineData("something.new", """{"id":"new_1","object":"something_new"}""")]
    [InlineData("payment_intent.succeeded", """{"id":"ch_1","object":"charge"}""")]
    public void A_kind_that_is_not_ours_is_other(string type, string subject) =>
        Assert.Equal(
            new PaymentEvent("evt_1", PaymentEventKind.Other, null, null, 0, null, null, DateTimeOffset.FromUnixTimeSeconds(1796047200)),
            Read(Event(type, subject)));

    [Fact]
    public void A_failure_says_why()
    {
        var read = Read(Event(
            "payment_intent.payment_failed",
            """{"id":"pi_1","object":"payment_intent","amount":1228,"currency":"gbp","metadata":{"bookingId":"booking_1"},"last_payment_error":{"type":"card_error","message":"Your card was declined."}}"""));

        Assert.Equal(
            (PaymentEventKind.Failed, "pi_1", "booking_1", 0L, "GBP", "Your card was declined."),
            (read.Kind, read.IntentId, read.BookingId, read.AmountPence, read.Currency, read.Reason));
    }

    [Fact]
    public void A_cancellation_says_why()
    {
        var read = Read(Event(
            "payment_intent.canceled",
            """{"id":"pi_1","object":"payment_intent","amount":1228,"currency":"gbp","metadata":{},"cancellation_reason":"abandoned"}"""));

        Assert.Equal(
            (PaymentEventKind.Canceled, "pi_1", null, 0L, "abandoned"),
            (read.Kind, read.IntentId, read.BookingId, read.AmountPence, read.Reason));
    }

    [Fact]
    public void A_refund_tells_all_that_was_refunded_so_far()
    {
        var read = Read(Event(
            "charge.refunded",
            """{"id":"ch_1","object":"charge","amount":1228,"amount_refunded":800,"captured":true,"currency":"gbp","metadata":{"bookingId":"booking_1"},"payment_intent":"pi_1"}"""));

        Assert.Equal(
            (PaymentEventKind.Refunded, "pi_1", "booking_1", 800L, "GBP"),
            (read.Kind, read.IntentId, read.BookingId, read.AmountPence, read.Currency));
    }

    [Fact]
    public void An_authorisation_that_is_released_is_no_refund() =>
        Assert.Equal(PaymentEventKind.Other, Read(Event(
            "charge.refunded",
            """{"id":"ch_1","object":"charge","amount":1228,"amount_refunded":1228,"captured":false,"currency":"gbp","payment_intent":"pi_1"}""")).Kind);

    [Fact]
    public void A_dispute_tells_amount_and_reason()
    {
        var read = Read(Event(
            "charge.dispute.created",
            """{"id":"du_1","object":"dispute","amount":1228,"charge":"ch_1","currency":"gbp","metadata":{},"payment_intent":"pi_1","reason":"fraudulent"}"""));

        Assert.Equal(
            (PaymentEventKind.Disputed, "pi_1", null, 1228L, "fraudulent"),
            (read.Kind, read.IntentId, read.BookingId, read.AmountPence, read.Reason));
    }

    private static string Event(string type, string subject) =>
        $$$"""{"id":"evt_1","object":"event","api_version":"2026-10-28.endive","created":1796047200,"type":"{{{type}}}","data":{"object":{{{subject}}}}}""";

    private static string Sign(string body, string secret = Secret, DateTimeOffset? at = null) =>
        EventUtility.GenerateSignatureHeader(body, secret, (at ?? Now).ToUnixTimeSeconds());

    private PaymentEvent Read(string body) => _webhook.Read(body, Sign(body)).Value;

    private void Refused(string body, string? signature, string field, string constraint)
    {
        var refusal = _webhook.Read(body, signature).Refusal;

        Assert.NotNull(refusal);
        Assert.Equal(ErrorCode.InvalidRequest, refusal.Code);
        var fault = Assert.Single(refusal.Faults!);
        Assert.Equal((field, constraint), (fault.Field, fault.Constraint));
    }
}
