namespace Nots.StripeSimulator.Payments;

/// <summary>The test cards that are known here, by payment method and by number.</summary>
internal static class TestCards
{
    private const string Declined = "card_declined";

    private static readonly TestCard[] All =
    [
        new("visa", "4242424242424242", CardBehaviour.Succeeds),
        new("visa_debit", "4000056655665556", CardBehaviour.Succeeds),
        new("mastercard", "5555555555554444", CardBehaviour.Succeeds),
        new("amex", "378282246310005", CardBehaviour.Succeeds),
        new("gb", "4000008260000000", CardBehaviour.Succeeds),
        new("chargeDeclined", "4000000000000002", CardBehaviour.Declines, Declined, "generic_decline", "Your card was declined."),
        new("chargeDeclinedInsufficientFunds", "4000000000009995", CardBehaviour.Declines, Declined, "insufficient_funds", "Your card has insufficient funds."),
        new("chargeDeclinedLostCard", "4000000000009987", CardBehaviour.Declines, Declined, "lost_card", "Your card was declined."),
        new("chargeDeclinedStolenCard", "4000000000009979", CardBehaviour.Declines, Declined, "stolen_card", "Your card was declined."),
        new("chargeDeclinedExpiredCard", "4000000000000069", CardBehaviour.Declines, "expired_card", null, "Your card has expired."),
        new("chargeDeclinedIncorrectCvc", "4000000000000127", CardBehaviour.Declines, "incorrect_cvc", null, "Your card's security code is incorrect."),
        new("chargeDeclinedProcessingError", "4000000000000119", CardBehaviour.Declines, "processing_error", null, "An error occurred while processing your card. Try again in a little bit."),
        new("authenticationRequired", "4000002500003155", CardBehaviour.NeedsAuthentication),
        new("threeDSecure2Required", "4000000000003220", CardBehaviour.NeedsAuthentication),
        new("createDispute", "4000000000000259", CardBehaviour.Disputes),
        new("pendingRefund", "4000000000007726", CardBehaviour.RefundsLate),
        new("refundFail", "4000000000005126", CardBehaviour.RefundFails),
    ];

    private static readonly Dictionary<string, TestCard> ByName = All.ToDictionary(card => card.Name);
    private static readonly Dictionary<string, TestCard> ByNumber = All.ToDictionary(card => card.Number);

    /// <summary><c>pm_card_visa</c> and the like; Stripe also writes <c>pm_card_visa_chargeDeclined</c>.</summary>
    public static TestCard? FindByPaymentMethod(string paymentMethod)
    {
        const string prefix = "pm_card_";
        const string longPrefix = "pm_card_visa_";
        if (!paymentMethod.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        if (ByName.TryGetValue(paymentMethod[prefix.Length..], out var card))
            return card;
        return paymentMethod.StartsWith(longPrefix, StringComparison.Ordinal)
            ? ByName.GetValueOrDefault(paymentMethod[longPrefix.Length..])
            : null;
    }

    public static TestCard? FindByNumber(string number) => ByNumber.GetValueOrDefault(number.Replace(" ", ""));

    /// <exception cref="KeyNotFoundException">No such card.</exception>
    public static TestCard Get(string name) => ByName[name];
}
