using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nots.StripeSimulator.Payments;
using Stripe;

namespace Nots.StripeSimulator.Tests.Typing;

/// <summary>Every object and event that the simulator sends has the type that Stripe's own package gives it.</summary>
public sealed class StripeTypesTests
{
    private const string Error = "{ error: Stripe.StripeRawError }";
    private const string Intent = "Stripe.PaymentIntent";

    /// <summary>All types of event that the simulator knows.</summary>
    private static readonly string[] EventTypes =
    [
        "charge.captured", "charge.dispute.created", "charge.failed", "charge.refunded", "charge.succeeded",
        "payment_intent.amount_capturable_updated", "payment_intent.canceled", "payment_intent.created",
        "payment_intent.payment_failed", "payment_intent.requires_action", "payment_intent.succeeded",
        "refund.created", "refund.failed", "refund.updated",
    ];

    /// <summary>The line of the recording, and the compiler's number for the error.</summary>
    private static readonly Regex Complaint = new(@"recorded\.ts\((\d+),\d+\): error (TS\d+)");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Objects_errors_and_lists_have_Stripes_types()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var recording = new Recording();

        await RecordIntentsAsync(simulator.Client, recording);
        await RecordRefundsAsync(simulator.Client, recording);
        await RecordErrorsAsync(simulator.Client, recording);

        var (code, output) = await TypeScriptProject.CompileAsync("objects", recording.Source);
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Every_type_of_event_has_Stripes_type()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var simulator = await SimulatorHost.StartAsync(options => options with { WebhookUrl = receiver.Url });
        var recording = new Recording();

        await RecordIntentsAsync(simulator.Client, new Recording());
        await RecordRefundsAsync(simulator.Client, new Recording());

        await Eventually.TrueAsync(async () => await simulator.Client.PendingDeliveriesAsync() == 0, "all webhooks are delivered");
        Assert.Equal(EventTypes, receiver.Types.Distinct().Order(StringComparer.Ordinal));
        foreach (var webhook in receiver.Received)
            recording.AddEvent(webhook.Body);
        recording.Add("Stripe.ApiList<Stripe.Event>", await simulator.Client.GetAsync("/v1/events?limit=1&type=payment_intent.succeeded"));
        var (code, output) = await TypeScriptProject.CompileAsync("events", recording.Source);
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Every_parameter_that_is_taken_is_one_of_Stripes()
    {
        var recording = new Recording();
        Add("PaymentIntentCreateParams", CreateIntent.Known);
        Add("PaymentMethodCreateParams", ["card[number]", "card[exp_month]", "card[exp_year]", "card[cvc]"]);
        Add("PaymentIntentUpdateParams", UpdateIntent.Known);
        Add("PaymentIntentConfirmParams", ConfirmIntent.Known);
        Add("PaymentIntentCancelParams", CancelIntent.Known);
        Add("PaymentIntentCaptureParams", CaptureIntent.Known);
        Add("RefundCreateParams", Nots.StripeSimulator.Payments.Refunds.Known);
        Add("PaymentIntentRetrieveParams", ["client_secret", "expand[*]"]);
        Add("PaymentIntentListParams", ["created", "ending_before", "expand[*]", "limit", "starting_after"]);
        Add("RefundListParams", ["charge", "payment_intent"]);
        Add("EventListParams", ["type"]);

        var (code, output) = await TypeScriptProject.CompileAsync("parameters", recording.Source);
        Assert.True(code == 0, output);

        void Add(string type, string[] names)
        {
            foreach (var name in names.Where(name => !IsForBrowsers(type, name)))
                recording.AddParameter($"Stripe.{type}", name);
        }
    }

    [Fact]
    public async Task Wrong_fields_and_parameters_are_seen()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await simulator.Client.CreateAsync();
        var intent = (await simulator.Client.GetAsync("/v1/payment_intents"))["data"]![0]!.AsObject();
        var recording = new Recording();
        recording.Add(Intent, intent);
        recording.Add(Intent, With(intent, "status", "paid"));
        recording.Add(Intent, With(intent, "amount", "1228"));
        recording.Add(Intent, With(intent, "colour", "red"));
        recording.Add(Intent, Without(intent, "review"));
        recording.AddParameter("Stripe.RefundCreateParams", "colour");

        var (code, output) = await TypeScriptProject.CompileAsync("wrong", recording.Source);

        Assert.NotEqual(0, code);
        var complaints = Complaint.Matches(output).Select(match => (match.Groups[1].Value, match.Groups[2].Value));
        Assert.Equal(
            [("4", "TS2322"), ("5", "TS2322"), ("6", "TS2353"), ("7", "TS2741"), ("8", "TS2344")],
            complaints);
    }

    [Fact]
    public async Task The_lock_file_names_no_registry()
    {
        var locked = await System.IO.File.ReadAllTextAsync(Path.Combine(TypeScriptProject.Folder, "package-lock.json"), Cancel);

        Assert.DoesNotContain("resolved", locked, StringComparison.Ordinal);
        Assert.Contains("sha512-", locked, StringComparison.Ordinal);
    }

    private static JsonObject With(JsonObject owner, string field, string value)
    {
        var copy = owner.DeepClone().AsObject();
        copy[field] = value;
        return copy;
    }

    private static JsonObject Without(JsonObject owner, string field)
    {
        var copy = owner.DeepClone().AsObject();
        copy.Remove(field);
        return copy;
    }

    /// <summary>Stripe.js sends them, card numbers above all; the server's package does not have them.</summary>
    private static bool IsForBrowsers(string type, string name) =>
        (type == "PaymentIntentConfirmParams" && name == "client_secret") || name.StartsWith("payment_method_data[card]", StringComparison.Ordinal);

    private static async Task RecordIntentsAsync(SimulatorClient client, Recording recording)
    {
        var open = await client.CreateAsync();
        await RecordAsync(client, recording, open.Id);
        recording.Add(Intent, await client.PostAsync($"/v1/payment_intents/{open.Id}/confirm", ("payment_method", "pm_card_authenticationRequired")));
        recording.Add(Intent, await client.PostAsync($"/_sim/payment_intents/{open.Id}/authenticate?outcome=failed"));
        recording.Add(Error, await client.PostAsync($"/v1/payment_intents/{open.Id}/confirm", ("payment_method", "pm_card_chargeDeclined")));
        await RecordAsync(client, recording, open.Id);
        recording.Add(Intent, await client.PostAsync(
            $"/v1/payment_intents/{open.Id}/confirm", ("payment_method", "pm_card_authenticationRequired"), ("return_url", "https://shop.test/")));
        recording.Add(Intent, await client.PostAsync($"/_sim/payment_intents/{open.Id}/authenticate"));
        await RecordAsync(client, recording, open.Id);
        var held = await client.CreateAsync(change: options => (options.CaptureMethod, options.Confirm, options.PaymentMethod) = ("manual", true, "pm_card_visa"));
        await RecordAsync(client, recording, held.Id);
        recording.Add(Intent, await client.PostAsync($"/v1/payment_intents/{held.Id}/capture", ("amount_to_capture", "1000")));
        var left = await client.CreateAsync();
        recording.Add(Intent, await client.PostAsync($"/v1/payment_intents/{left.Id}/cancel", ("cancellation_reason", "abandoned")));
        recording.Add("Stripe.ApiList<Stripe.PaymentIntent>", await client.GetAsync("/v1/payment_intents?limit=2"));
        recording.Add("Stripe.ApiList<Stripe.Charge>", await client.GetAsync("/v1/charges?limit=100&expand[]=data.refunds"));
    }

    private static async Task RecordAsync(SimulatorClient client, Recording recording, string intent)
    {
        var read = await client.GetAsync($"/v1/payment_intents/{intent}?expand[]=latest_charge&expand[]=payment_method");
        recording.Add(Intent, read);
        if (read["payment_method"] is { } method)
            recording.Add("Stripe.PaymentMethod", await client.GetAsync($"/v1/payment_methods/{method["id"]}"));
        if (read["latest_charge"] is { } charge)
            recording.Add("Stripe.Charge", await client.GetAsync($"/v1/charges/{charge["id"]}"));
    }

    private static async Task RecordRefundsAsync(SimulatorClient client, Recording recording)
    {
        var paid = await client.PayAsync();
        recording.Add("Stripe.Refund", await client.PostAsync("/v1/refunds", ("payment_intent", paid.Id), ("amount", "100"), ("reason", "duplicate")));
        await RecordAsync(client, recording, paid.Id);
        recording.Add("Stripe.Dispute", await client.PostAsync($"/_sim/payment_intents/{paid.Id}/dispute"));
        recording.Add("Stripe.ApiList<Stripe.Dispute>", await client.GetAsync("/v1/disputes"));
        foreach (var outcome in (string[])["succeeded", "failed"])
        {
            var late = await client.PayAsync(card: "pm_card_pendingRefund");
            var refund = await client.RefundAsync(late.Id);
            recording.Add("Stripe.Refund", await client.GetAsync($"/v1/refunds/{refund.Id}?expand[]=charge&expand[]=payment_intent"));
            recording.Add("Stripe.Refund", await client.PostAsync($"/_sim/refunds/{refund.Id}/settle", ("outcome", outcome)));
        }

        recording.Add("Stripe.ApiList<Stripe.Refund>", await client.GetAsync("/v1/refunds"));
    }

    private static async Task RecordErrorsAsync(SimulatorClient client, Recording recording)
    {
        recording.Add(Error, await client.PostAsync("/v1/payment_intents", ("amount", "1")));
        recording.Add(Error, await client.PostAsync("/v1/payment_intents/pi_unknown/cancel"));
        var paid = await client.PayAsync();
        recording.Add(Error, await client.PostAsync($"/v1/payment_intents/{paid.Id}/cancel"));
        recording.Add(Error, await client.PostAsync("/v1/refunds", ("payment_intent", paid.Id), ("amount", "999999")));
        await client.CreateAsync(key: "key");
        await Assert.ThrowsAnyAsync<StripeException>(() => client.CreateAsync(2000, key: "key"));
        foreach (var fault in (string[])["error", "rate_limit", "lock_timeout"])
        {
            await client.PostAsync("/_sim/faults", ("fault", fault));
            recording.Add(Error, await client.PostAsync("/v1/refunds"));
        }
    }
}
