using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Payments;

/// <summary>A card holder objects: by the test card, or by the switch.</summary>
internal sealed class Disputes(Ids ids, EventLog events)
{
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromDays(9);

    /// <summary>The switch <c>POST /_sim/payment_intents/{id}/dispute</c>.</summary>
    public Answer Create(ApiCall call)
    {
        call.Parameters.RefuseUnknown("amount", "reason");
        var intent = call.Database.Find(Kinds.PaymentIntent, call.Id) ?? throw ApiException.NotFound(IntentReader.Label, call.Id, "intent");
        if (intent.Status != IntentStatus.Succeeded)
            throw IntentReader.Unexpected(intent, $"Nothing can be disputed: this PaymentIntent has a status of {intent.Status}.");
        var charge = call.Database.Find(Kinds.Charge, intent.LatestCharge!)!;
        var left = charge.AmountCaptured - charge.AmountRefunded;
        var amount = call.Parameters.Number("amount") ?? left;
        if (charge.Disputed || amount < 1 || amount > left)
            throw ApiException.Refused($"Charge {charge.Id} is disputed already, or has less than that left.", param: "amount");
        return Answer.Ok(Raise(call, charge, amount, call.Parameters.Text("reason") ?? "fraudulent"));
    }

    public byte[] Raise(ApiCall call, Charge charge, long amount, string reason)
    {
        var card = charge.PaymentMethodDetails.Card;
        var body = call.Database.Insert(
            Kinds.Dispute,
            new Dispute
            {
                Id = ids.New("du_"),
                Amount = amount,
                Charge = charge.Id,
                Created = call.NowSeconds,
                Currency = charge.Currency,
                EvidenceDetails = new DisputeEvidenceDetails((call.Now + TimeToAnswer).ToUnixTimeSeconds()),
                PaymentIntent = charge.PaymentIntent,
                PaymentMethodDetails = new DisputePaymentMethodDetails(new DisputeCard(card.Brand, "chargeback", card.Brand, "10.4")),
                Reason = reason,
            },
            charge.Id);
        call.Database.Update(Kinds.Charge, charge with { Disputed = true });
        events.Record(call, "charge.dispute.created", body);
        var intent = call.Database.Find(Kinds.PaymentIntent, charge.PaymentIntent)!;
        call.Database.Book(intent, Metadata.Booking(intent.Metadata), disputed: amount);
        return body;
    }
}
