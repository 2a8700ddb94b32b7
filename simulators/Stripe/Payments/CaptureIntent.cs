using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Payments;

/// <summary><c>POST /v1/payment_intents/{id}/capture</c>: takes what was authorised, or less; the rest is released.</summary>
internal sealed class CaptureIntent(EventLog events)
{
    /// <summary>The parameters that are known here, all of them Stripe's.</summary>
    public static readonly string[] Known =
    [
        "amount_to_capture", "expand[*]",
    ];

    public Answer Handle(ApiCall call)
    {
        call.Parameters.RefuseUnknown(Known);
        var wanted = call.Parameters.Number("amount_to_capture");
        if (wanted is < 1)
            throw ApiException.Invalid("This value must be greater than or equal to 1.", "amount_to_capture", "parameter_invalid_integer");
        var intent = IntentReader.Read(call);
        if (intent.Status != IntentStatus.RequiresCapture)
        {
            throw IntentReader.Unexpected(
                intent,
                $"This PaymentIntent could not be captured because it has a status of {intent.Status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.");
        }

        var amount = wanted ?? intent.AmountCapturable;
        if (amount > intent.AmountCapturable)
        {
            throw ApiException.Refused(
                $"The amount_to_capture is greater than the amount that can be captured ({Money.Show(intent.AmountCapturable, intent.Currency)}).",
                "amount_too_large",
                "amount_to_capture");
        }

        return Capture(call, intent, amount);
    }

    private Answer Capture(ApiCall call, PaymentIntent intent, long amount)
    {
        var charge = call.Database.Find(Kinds.Charge, intent.LatestCharge!)!;
        var chargeBody = call.Database.Update(Kinds.Charge, charge with { AmountCaptured = amount, Captured = true });
        events.Record(call, "charge.captured", chargeBody, previous =>
        {
            previous.WriteNumber("amount_captured", 0);
            previous.WriteBoolean("captured", false);
        });
        intent = intent with { AmountCapturable = 0, AmountReceived = amount, Status = IntentStatus.Succeeded };
        var body = call.Database.Update(Kinds.PaymentIntent, intent);
        events.Record(call, "payment_intent.succeeded", body);
        call.Database.Book(intent, Metadata.Booking(intent.Metadata), charged: amount);
        return Answer.Ok(body);
    }
}
