using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Payments;

/// <summary><c>POST /v1/payment_intents/{id}/confirm</c>: takes the money, asks for 3-D Secure, or is declined.</summary>
internal sealed class ConfirmIntent(EventLog events, CardEntry cards, Charging charging)
{
    /// <summary>The parameters that are known here, all of them Stripe's.</summary>
    public static readonly string[] Known =
    [
        "client_secret", "error_on_requires_action", "expand[*]", "off_session",
        "receipt_email", "return_url", "setup_future_usage", "use_stripe_sdk",
        .. CardEntry.Known,
    ];

    public Answer Handle(ApiCall call)
    {
        call.Parameters.RefuseUnknown(Known);
        var intent = IntentReader.Read(call);
        RefuseState(intent, CardEntry.IsGiven(call.Parameters));
        var method = cards.Read(call)
            ?? (intent.PaymentMethod is { } known ? call.Database.Find(Kinds.PaymentMethod, known) : null);
        intent = intent with
        {
            ReceiptEmail = call.Parameters.Text("receipt_email") ?? intent.ReceiptEmail,
            SetupFutureUsage = call.Parameters.OneOf("setup_future_usage", "off_session", "on_session") ?? intent.SetupFutureUsage,
        };
        return Confirm(call, intent, method);
    }

    public Answer Confirm(ApiCall call, PaymentIntent intent, PaymentMethod? method)
    {
        if (method is null)
        {
            throw IntentReader.Unexpected(
                intent,
                "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.");
        }

        RefuseRedirects(call, intent);
        var card = CardEntry.CardOf(call.Database, method.Id);
        intent = intent with { LastPaymentError = null, NextAction = null, PaymentMethod = method.Id };
        if (card.Behaviour != CardBehaviour.NeedsAuthentication)
            return charging.Attempt(call, intent, method, card, null);
        return MayAsk(call.Parameters)
            ? AskForAuthentication(call, intent)
            : charging.Decline(call, intent, method, Charging.AuthenticationRequired);
    }

    private static bool MayAsk(Parameters parameters) =>
        parameters.Text("off_session") is null or "false" && parameters.Flag("error_on_requires_action") is not true;

    private Answer AskForAuthentication(ApiCall call, PaymentIntent intent)
    {
        var page = new Uri(call.BaseAddress, $"/_sim/payment_intents/{intent.Id}/authenticate").ToString();
        var returnUrl = call.Parameters.Text("return_url");
        var body = call.Database.Update(Kinds.PaymentIntent, intent with
        {
            Status = IntentStatus.RequiresAction,
            NextAction = returnUrl is null
                ? new NextAction("use_stripe_sdk") { UseStripeSdk = new UseStripeSdk("three_d_secure_redirect", page) }
                : new NextAction("redirect_to_url") { RedirectToUrl = new RedirectToUrl(returnUrl, page) },
        });
        events.Record(call, "payment_intent.requires_action", body);
        return Answer.Ok(body);
    }

    private static void RefuseState(PaymentIntent intent, bool newCard)
    {
        if (intent.Status == IntentStatus.Succeeded)
        {
            throw IntentReader.Unexpected(
                intent, "You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.");
        }

        // A customer who is asked to authenticate may choose another card instead.
        if (!IntentStatus.IsOpen(intent.Status) || (intent.Status == IntentStatus.RequiresAction && !newCard))
        {
            throw IntentReader.Unexpected(
                intent,
                $"You cannot confirm this PaymentIntent because it has a status of {intent.Status}. Only a PaymentIntent with one of the following statuses may be confirmed: requires_payment_method, requires_confirmation.");
        }
    }

    /// <summary>A method that redirects could be chosen, so Stripe wants to know where to come back to.</summary>
    private static void RefuseRedirects(ApiCall call, PaymentIntent intent)
    {
        if (intent.AutomaticPaymentMethods is { Enabled: true, AllowRedirects: "always" } && call.Parameters.Text("return_url") is null)
        {
            throw ApiException.Invalid(
                "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
                "return_url");
        }
    }
}
