using System.Globalization;
using Nots.StripeSimulator.Http;

namespace Nots.StripeSimulator.Payments;

/// <summary>Amounts in minor units, with Stripe's limits.</summary>
internal static class Money
{
    private const long Greatest = 99_999_999;

    public static string ReadCurrency(Parameters parameters)
    {
        var currency = parameters.RequiredText("currency");
        var lower = currency.ToLowerInvariant();
        return lower is "gbp" or "eur" or "usd"
            ? lower
            : throw ApiException.Invalid($"Invalid currency: {currency}. The simulator knows gbp, eur and usd.", "currency");
    }

    public static long CheckAmount(long amount, string currency)
    {
        if (amount < 1)
            throw ApiException.Invalid("This value must be greater than or equal to 1.", "amount", "parameter_invalid_integer");
        if (amount > Greatest)
            throw ApiException.Invalid($"Amount must be no more than {Show(Greatest, currency)}.", "amount", "amount_too_large");

        // docs.stripe.com/currencies, minimum charge amounts.
        var least = currency == "gbp" ? 30 : 50;
        return amount >= least
            ? amount
            : throw ApiException.Invalid($"Amount must be at least {Show(least, currency)}.", "amount", "amount_too_small");
    }

    public static string Show(long amount, string currency)
    {
        var symbol = currency switch
        {
            "gbp" => "£",
            "eur" => "€",
            _ => "$",
        };
        return symbol + (amount / 100m).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
