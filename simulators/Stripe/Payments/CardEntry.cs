using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;
using Nots.StripeSimulator.Store;

namespace Nots.StripeSimulator.Payments;

/// <summary>Reads the card of a request: a test payment method, one kept before, or a number.</summary>
internal sealed class CardEntry(Ids ids)
{
    /// <summary>The parameters that give a card.</summary>
    public static readonly string[] Known =
    [
        "payment_method",
        "payment_method_data[type]",
        "payment_method_data[allow_redisplay]",
        "payment_method_data[card][number]",
        "payment_method_data[card][exp_month]",
        "payment_method_data[card][exp_year]",
        "payment_method_data[card][cvc]",
        "payment_method_data[billing_details][email]",
        "payment_method_data[billing_details][name]",
        "payment_method_data[billing_details][phone]",
        "payment_method_data[billing_details][address][city]",
        "payment_method_data[billing_details][address][country]",
        "payment_method_data[billing_details][address][line1]",
        "payment_method_data[billing_details][address][line2]",
        "payment_method_data[billing_details][address][postal_code]",
        "payment_method_data[billing_details][address][state]",
    ];

    private const string Data = "payment_method_data";
    private const string ById = "payment_method";

    public static bool IsGiven(Parameters parameters) => parameters.Has(ById) || parameters.Members(Data).Any();

    /// <summary>The payment method of the request, kept when it is new; null when the request gives none.</summary>
    public PaymentMethod? Read(ApiCall call)
    {
        var parameters = call.Parameters;
        if (parameters.Members(Data).Any())
            return FromNumber(call);
        if (parameters.Text(ById) is not { } id)
            return null;
        if (TestCards.FindByPaymentMethod(id) is { } card)
            return Keep(call, card, 12, call.Now.Year + 8, new BillingDetails());
        return call.Database.Find(Kinds.PaymentMethod, id)
            ?? throw ApiException.NoSuchReference("PaymentMethod", id, ById);
    }

    /// <summary>The test card behind a payment method.</summary>
    public static TestCard CardOf(Database database, string paymentMethod) =>
        TestCards.Get(database.FindLink(paymentMethod) ?? throw new InvalidOperationException($"{paymentMethod} has no card."));

    private PaymentMethod FromNumber(ApiCall call)
    {
        var parameters = call.Parameters;
        if (parameters.RequiredText($"{Data}[type]") != "card")
            throw ApiException.Invalid("The simulator knows cards only.", $"{Data}[type]");
        var number = parameters.RequiredText($"{Data}[card][number]");
        var month = Required(parameters, $"{Data}[card][exp_month]");
        var year = Required(parameters, $"{Data}[card][exp_year]");
        if (year < 100)
            year += 2000;
        if (TestCards.FindByNumber(number) is not { } card)
            throw CardError("incorrect_number", "Your card number is incorrect.", "number");
        if (month is < 1 or > 12)
            throw CardError("invalid_expiry_month", "Your card's expiration month is invalid.", "exp_month");
        if (year is > 9999 || year < call.Now.Year || (year == call.Now.Year && month < call.Now.Month))
            throw CardError("invalid_expiry_year", "Your card's expiration year is invalid.", "exp_year");
        return Keep(call, card, (int)month, (int)year, ReadBillingDetails(parameters));
    }

    private PaymentMethod Keep(ApiCall call, TestCard card, int month, int year, BillingDetails billing)
    {
        var method = new PaymentMethod
        {
            Id = ids.New("pm_"),
            BillingDetails = billing,
            Card = new Card
            {
                Brand = card.Brand,
                DisplayBrand = card.Brand,
                ExpMonth = month,
                ExpYear = year,
                Fingerprint = card.Fingerprint,
                Last4 = card.Last4,
                Networks = new CardNetworks([card.Brand], null),
            },
            Created = call.NowSeconds,
        };
        call.Database.Insert(Kinds.PaymentMethod, method, card.Name);
        return method;
    }

    private static BillingDetails ReadBillingDetails(Parameters parameters)
    {
        const string billing = Data + "[billing_details]";
        const string address = billing + "[address]";
        return new BillingDetails
        {
            Email = parameters.Text($"{billing}[email]"),
            Name = parameters.Text($"{billing}[name]"),
            Phone = parameters.Text($"{billing}[phone]"),
            Address = new Address
            {
                City = parameters.Text($"{address}[city]"),
                Country = parameters.Text($"{address}[country]"),
                Line1 = parameters.Text($"{address}[line1]"),
                Line2 = parameters.Text($"{address}[line2]"),
                PostalCode = parameters.Text($"{address}[postal_code]"),
                State = parameters.Text($"{address}[state]"),
            },
        };
    }

    private static long Required(Parameters parameters, string name) =>
        parameters.Number(name) ?? throw ApiException.Missing(name);

    private static ApiException CardError(string code, string message, string field) => new(
        402,
        new ApiError
        {
            Type = "card_error",
            Code = code,
            DocUrl = ApiException.Doc(code),
            Message = message,
            Param = $"{Data}[card][{field}]",
        },
        kept: true);
}
