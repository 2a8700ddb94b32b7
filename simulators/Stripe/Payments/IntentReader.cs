using System.Security.Cryptography;
using System.Text;
using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Payments;

/// <summary>Finds the intent that a request is about, and holds a browser to its client secret.</summary>
internal static class IntentReader
{
    public const string Label = "payment_intent";

    public static PaymentIntent Read(ApiCall call)
    {
        var intent = call.Database.Find(Kinds.PaymentIntent, call.Id) ?? throw ApiException.NotFound(Label, call.Id, "intent");
        var secret = call.Parameters.Text("client_secret");
        if (secret is null && call.Publishable)
            throw ApiException.Missing("client_secret");
        if (secret is not null && !Same(secret, intent.ClientSecret))
        {
            throw ApiException.Invalid(
                "The client_secret provided does not match any associated PaymentIntent on this account.", "client_secret");
        }

        return intent;
    }

    /// <summary>The state does not allow it.</summary>
    public static ApiException Unexpected(PaymentIntent intent, string message) =>
        ApiException.Refused(message, "payment_intent_unexpected_state", intent: intent);

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
