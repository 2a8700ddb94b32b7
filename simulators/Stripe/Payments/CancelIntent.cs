using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Payments;

/// <summary><c>POST /v1/payment_intents/{id}/cancel</c>: nothing will be taken any more; what was only authorised is released.</summary>
internal sealed class CancelIntent(EventLog events)
{
    /// <summary>The parameters that are known here, all of them Stripe's.</summary>
    public static readonly string[] Known =
    [
        "cancellation_reason", "expand[*]",
    ];

    public Answer Handle(ApiCall call)
    {
        call.Parameters.RefuseUnknown(Known);
        var reason = call.Parameters.OneOf("cancellation_reason", "abandoned", "duplicate", "fraudulent", "requested_by_customer");
        var intent = IntentReader.Read(call);
        if (!IntentStatus.IsOpen(intent.Status) && intent.Status != IntentStatus.RequiresCapture)
        {
            throw IntentReader.Unexpected(
                intent,
                $"You cannot cancel this PaymentIntent because it has a status of {intent.Status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.");
        }

        if (intent.Status == IntentStatus.RequiresCapture)
            Release(call, intent);
        var body = call.Database.Update(Kinds.PaymentIntent, intent with
        {
            AmountCapturable = 0,
            CanceledAt = call.NowSeconds,
            CancellationReason = reason,
            NextAction = null,
            Status = IntentStatus.Canceled,
        });
        events.Record(call, "payment_intent.canceled", body);
        return Answer.Ok(body);
    }

    private void Release(ApiCall call, PaymentIntent intent)
    {
        var charge = call.Database.Find(Kinds.Charge, intent.LatestCharge!)!;
        var body = call.Database.Update(Kinds.Charge, charge with { AmountRefunded = charge.Amount, Refunded = true });
        events.Record(call, "charge.refunded", body, previous =>
        {
            previous.WriteNumber("amount_refunded", charge.AmountRefunded);
            previous.WriteBoolean("refunded", charge.Refunded);
        });
    }
}
