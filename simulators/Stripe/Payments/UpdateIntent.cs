using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Payments;

/// <summary><c>POST /v1/payment_intents/{id}</c>: the amount and card while it is open, metadata and the like always.</summary>
internal sealed class UpdateIntent(CardEntry cards)
{
    /// <summary>The parameters that are known here, all of them Stripe's.</summary>
    public static readonly string[] Known =
    [
        "amount", "currency", "description", "expand[*]", "metadata", "metadata[*]",
        "receipt_email", "setup_future_usage", "statement_descriptor_suffix",
        .. CardEntry.Known,
    ];

    public Answer Handle(ApiCall call)
    {
        var parameters = call.Parameters;
        parameters.RefuseUnknown(Known);
        var intent = IntentReader.Read(call);
        if (parameters.Has("amount") || parameters.Has("currency") || CardEntry.IsGiven(parameters))
            intent = ChangePayment(call, intent);
        return Answer.Ok(call.Database.Update(Kinds.PaymentIntent, intent with
        {
            Description = Changed(parameters, "description", intent.Description),
            Metadata = Metadata.Read(parameters, intent.Metadata),
            ReceiptEmail = Changed(parameters, "receipt_email", intent.ReceiptEmail),
            SetupFutureUsage = parameters.OneOf("setup_future_usage", "off_session", "on_session") ?? intent.SetupFutureUsage,
            StatementDescriptorSuffix = Changed(parameters, "statement_descriptor_suffix", intent.StatementDescriptorSuffix),
        }));
    }

    private PaymentIntent ChangePayment(ApiCall call, PaymentIntent intent)
    {
        if (!IntentStatus.IsOpen(intent.Status))
        {
            throw IntentReader.Unexpected(
                intent,
                $"This PaymentIntent's amount, currency and payment method could not be updated because it has a status of {intent.Status}. You may only update them while it has one of the following statuses: requires_payment_method, requires_confirmation, requires_action.");
        }

        var parameters = call.Parameters;
        var currency = parameters.Has("currency") ? Money.ReadCurrency(parameters) : intent.Currency;
        var amount = Money.CheckAmount(parameters.Number("amount") ?? intent.Amount, currency);
        var method = cards.Read(call)?.Id ?? intent.PaymentMethod;
        return intent with
        {
            Amount = amount,
            Currency = currency,
            NextAction = null,
            PaymentMethod = method,
            Status = method is null ? IntentStatus.RequiresPaymentMethod : IntentStatus.RequiresConfirmation,
        };
    }

    private static string? Changed(Parameters parameters, string name, string? old) =>
        parameters.Has(name) ? parameters.Text(name) : old;
}
