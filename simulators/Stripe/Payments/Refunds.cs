using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Payments;

/// <summary><c>POST /v1/refunds</c>, and what becomes of the refunds that do not succeed at once.</summary>
internal sealed class Refunds(Ids ids, EventLog events)
{
    /// <summary>The parameters that are known here, all of them Stripe's.</summary>
    public static readonly string[] Known =
    [
        "amount", "charge", "expand[*]", "metadata[*]", "payment_intent", "reason",
    ];

    public Answer Create(ApiCall call)
    {
        var parameters = call.Parameters;
        parameters.RefuseUnknown(Known);
        var reason = parameters.OneOf("reason", "duplicate", "fraudulent", "requested_by_customer");
        var metadata = Metadata.Read(parameters);
        var wanted = parameters.Number("amount");
        if (wanted is < 1)
            throw ApiException.Invalid("This value must be greater than or equal to 1.", "amount", "parameter_invalid_integer");
        var (intent, charge) = ReadCharge(call);
        RefuseState(charge);
        var left = charge.AmountCaptured - charge.AmountRefunded;
        var amount = wanted ?? left;
        if (amount > left)
        {
            throw ApiException.Refused(
                $"Refund amount ({Money.Show(amount, charge.Currency)}) is greater than unrefunded amount on charge ({Money.Show(left, charge.Currency)})",
                param: "amount");
        }

        var late = CardEntry.CardOf(call.Database, charge.PaymentMethod).Behaviour == CardBehaviour.RefundsLate;
        var refund = new Refund
        {
            Id = ids.New("re_"),
            Amount = amount,
            Charge = charge.Id,
            Created = call.NowSeconds,
            Currency = charge.Currency,
            Metadata = metadata,
            PaymentIntent = intent.Id,
            PaymentMethod = charge.PaymentMethod,
            PendingReason = late ? "processing" : null,
            Reason = reason,
            Status = late ? RefundStatus.Pending : RefundStatus.Succeeded,
        };
        return Pay(call, intent, charge, refund);
    }

    /// <summary>The switch that ends a pending refund, or makes one fail that had succeeded.</summary>
    public Answer Settle(ApiCall call)
    {
        call.Parameters.RefuseUnknown("outcome");
        var failed = call.Parameters.OneOf("outcome", "succeeded", "failed") == "failed";
        var refund = call.Database.Find(Kinds.Refund, call.Id) ?? throw ApiException.NotFound("refund", call.Id, "id");
        if (refund.Status == RefundStatus.Failed || (refund.Status == RefundStatus.Succeeded && !failed))
            throw ApiException.Refused($"This refund is settled: it has a status of {refund.Status}.");
        if (failed)
            TakeBack(call, refund);
        var body = call.Database.Update(Kinds.Refund, refund with
        {
            FailureReason = failed ? "expired_or_canceled_card" : null,
            PendingReason = null,
            Status = failed ? RefundStatus.Failed : RefundStatus.Succeeded,
        });
        events.Record(call, failed ? "refund.failed" : "refund.updated", body, previous =>
            previous.WriteString("status", refund.Status));
        return Answer.Ok(body);
    }

    private Answer Pay(ApiCall call, PaymentIntent intent, Charge charge, Refund refund)
    {
        var body = call.Database.Insert(Kinds.Refund, refund, charge.Id);
        events.Record(call, "refund.created", body);
        var refunded = charge.AmountRefunded + refund.Amount;
        var whole = refunded == charge.AmountCaptured;
        var chargeBody = call.Database.Update(Kinds.Charge, charge with { AmountRefunded = refunded, Refunded = whole });
        events.Record(call, "charge.refunded", chargeBody, previous =>
        {
            previous.WriteNumber("amount_refunded", charge.AmountRefunded);
            if (whole)
                previous.WriteBoolean("refunded", false);
        });
        call.Database.Book(intent, Metadata.Booking(intent.Metadata), refunded: refund.Amount);
        return Answer.Ok(body);
    }

    private static void TakeBack(ApiCall call, Refund refund)
    {
        var charge = call.Database.Find(Kinds.Charge, refund.Charge)!;
        call.Database.Update(Kinds.Charge, charge with { AmountRefunded = charge.AmountRefunded - refund.Amount, Refunded = false });
        var intent = call.Database.Find(Kinds.PaymentIntent, refund.PaymentIntent)!;
        call.Database.Book(intent, Metadata.Booking(intent.Metadata), refunded: -refund.Amount);
    }

    private static (PaymentIntent Intent, Charge Charge) ReadCharge(ApiCall call)
    {
        var parameters = call.Parameters;
        var (chargeId, intentId) = (parameters.Text("charge"), parameters.Text("payment_intent"));
        if (chargeId is null && intentId is null)
            throw ApiException.Invalid("One of the following params should be provided for this request: payment_intent or charge.");
        if (chargeId is not null)
        {
            var charge = call.Database.Find(Kinds.Charge, chargeId) ?? throw ApiException.NoSuchReference("charge", chargeId, "charge");
            if (intentId is not null && intentId != charge.PaymentIntent)
                throw ApiException.Invalid("The charge is not one of the payment_intent.", "payment_intent");
            return (call.Database.Find(Kinds.PaymentIntent, charge.PaymentIntent)!, charge);
        }

        var intent = call.Database.Find(Kinds.PaymentIntent, intentId!)
            ?? throw ApiException.NoSuchReference(IntentReader.Label, intentId!, "payment_intent");
        return intent.Status == IntentStatus.Succeeded
            ? (intent, call.Database.Find(Kinds.Charge, intent.LatestCharge!)!)
            : throw ApiException.Refused($"This PaymentIntent ({intent.Id}) does not have a successful charge to refund.", param: "payment_intent");
    }

    private static void RefuseState(Charge charge)
    {
        if (!charge.Captured || charge.Status != "succeeded")
            throw ApiException.Refused($"Charge {charge.Id} has taken no money that could be refunded.", "charge_not_refundable", "charge");
        if (charge.Disputed)
            throw ApiException.Refused($"Charge {charge.Id} has been charged back; cannot issue a refund.", "charge_disputed", "charge");
        if (charge.Refunded)
            throw ApiException.Refused($"Charge {charge.Id} has already been refunded.", "charge_already_refunded", "charge");
    }
}
