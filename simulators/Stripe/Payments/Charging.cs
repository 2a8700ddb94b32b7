using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Payments;

/// <summary>Asks the bank, so to say: makes the charge and moves the intent on.</summary>
internal sealed class Charging(Ids ids, EventLog events, Disputes disputes)
{
    /// <summary>The bank wants the card holder, who is not there.</summary>
    public static readonly TestCard AuthenticationRequired = new(
        "", "", CardBehaviour.Declines, "authentication_required", "authentication_required",
        "Your card was declined. This transaction requires authentication.");

    public Answer Attempt(ApiCall call, PaymentIntent intent, PaymentMethod method, TestCard card, ThreeDSecure? authentication) =>
        card.Behaviour == CardBehaviour.Declines
            ? Decline(call, intent, method, card)
            : Succeed(call, intent, method, card, authentication);

    /// <summary>A failed charge, an intent that wants another card, and a 402 that says why.</summary>
    public Answer Decline(ApiCall call, PaymentIntent intent, PaymentMethod method, TestCard card)
    {
        var charge = NewCharge(call, intent, method, null) with
        {
            FailureCode = card.Code,
            FailureMessage = card.Message,
            Outcome = new ChargeOutcome
            {
                NetworkStatus = "declined_by_network",
                Reason = card.DeclineCode ?? card.Code,
                SellerMessage = "The bank did not return any further details with this decline.",
                Type = "issuer_declined",
            },
            Status = "failed",
        };
        var error = new ApiError
        {
            Type = "card_error",
            Charge = charge.Id,
            Code = card.Code,
            DeclineCode = card.DeclineCode,
            DocUrl = ApiException.Doc(card.Code),
            Message = card.Message,
            PaymentMethod = method,
        };
        intent = Fail(intent, error) with { LatestCharge = charge.Id };
        events.Record(call, "charge.failed", call.Database.Insert(Kinds.Charge, charge, intent.Id));
        events.Record(call, "payment_intent.payment_failed", call.Database.Update(Kinds.PaymentIntent, intent));
        return Answer.Of(402, new ErrorAnswer(error with { PaymentIntent = intent }));
    }

    /// <summary>The intent after a failure: it is open for another card.</summary>
    public static PaymentIntent Fail(PaymentIntent intent, ApiError error) => intent with
    {
        LastPaymentError = error,
        NextAction = null,
        PaymentMethod = null,
        Status = IntentStatus.RequiresPaymentMethod,
    };

    private Answer Succeed(ApiCall call, PaymentIntent intent, PaymentMethod method, TestCard card, ThreeDSecure? authentication)
    {
        var captured = intent.CaptureMethod != "manual";
        var charge = NewCharge(call, intent, method, authentication) with
        {
            AmountCaptured = captured ? intent.Amount : 0,
            Captured = captured,
            Outcome = new ChargeOutcome
            {
                NetworkStatus = "approved_by_network",
                SellerMessage = "Payment complete.",
                Type = "authorized",
            },
            Paid = true,
            Status = "succeeded",
        };
        intent = intent with
        {
            AmountCapturable = captured ? 0 : intent.Amount,
            AmountReceived = charge.AmountCaptured,
            LatestCharge = charge.Id,
            Status = captured ? IntentStatus.Succeeded : IntentStatus.RequiresCapture,
        };
        events.Record(call, "charge.succeeded", call.Database.Insert(Kinds.Charge, charge, intent.Id));
        var body = call.Database.Update(Kinds.PaymentIntent, intent);
        events.Record(call, captured ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated", body);
        if (captured)
            call.Database.Book(intent, Metadata.Booking(intent.Metadata), charged: intent.Amount);
        if (captured && card.Behaviour == CardBehaviour.Disputes)
            disputes.Raise(call, charge, charge.Amount, "fraudulent");
        return Answer.Ok(body);
    }

    private Charge NewCharge(ApiCall call, PaymentIntent intent, PaymentMethod method, ThreeDSecure? authentication) => new()
    {
        Id = ids.New("ch_"),
        Amount = intent.Amount,
        BillingDetails = method.BillingDetails,
        Created = call.NowSeconds,
        Currency = intent.Currency,
        Description = intent.Description,

        // Stripe copies the intent's metadata to the charge when it is confirmed; later changes of either stay apart.
        Metadata = intent.Metadata,
        PaymentIntent = intent.Id,
        PaymentMethod = method.Id,
        PaymentMethodDetails = new ChargePaymentMethodDetails(new ChargeCard
        {
            AmountAuthorized = intent.Amount,
            AuthorizationCode = ids.Random(6).ToUpperInvariant(),
            Brand = method.Card.Brand,
            ExpMonth = method.Card.ExpMonth,
            ExpYear = method.Card.ExpYear,
            Fingerprint = method.Card.Fingerprint,
            Last4 = method.Card.Last4,
            Network = method.Card.Brand,
            NetworkTransactionId = ids.Random(15).ToUpperInvariant(),
            ThreeDSecure = authentication,
        }),
        ReceiptEmail = intent.ReceiptEmail,
        StatementDescriptorSuffix = intent.StatementDescriptorSuffix,
        Status = "pending",
    };
}
