using Nots.StripeSimulator.Http;
using Nots.StripeSimulator.Model;

namespace Nots.StripeSimulator.Payments;

/// <summary><c>POST /v1/payment_intents</c></summary>
internal sealed class CreateIntent(Ids ids, EventLog events, CardEntry cards, ConfirmIntent confirmation)
{
    /// <summary>The parameters that are known here, all of them Stripe's.</summary>
    public static readonly string[] Known =
    [
        "allowed_payment_method_types[*]", "amount", "currency", "automatic_payment_methods[enabled]", "automatic_payment_methods[allow_redirects]",
        "capture_method", "confirm", "confirmation_method", "description", "error_on_requires_action", "expand[*]", "metadata[*]",
        "off_session", "receipt_email", "return_url",
        "setup_future_usage", "statement_descriptor_suffix", "use_stripe_sdk",
        .. CardEntry.Known,
    ];

    public Answer Handle(ApiCall call)
    {
        var parameters = call.Parameters;
        parameters.RefuseUnknown(Known);
        var confirm = parameters.Flag("confirm") ?? false;
        RefuseConfirmOnly(parameters, confirm);
        var intent = ReadIntent(call);
        var method = cards.Read(call);
        intent = intent with
        {
            PaymentMethod = method?.Id,
            Status = method is null ? IntentStatus.RequiresPaymentMethod : IntentStatus.RequiresConfirmation,
        };
        var body = call.Database.Insert(Kinds.PaymentIntent, intent);
        events.Record(call, "payment_intent.created", body);
        return confirm ? confirmation.Confirm(call, intent, method) : Answer.Ok(body);
    }

    private PaymentIntent ReadIntent(ApiCall call)
    {
        var parameters = call.Parameters;
        var amount = parameters.Number("amount") ?? throw ApiException.Missing("amount");
        var currency = Money.ReadCurrency(parameters);
        Money.CheckAmount(amount, currency);
        var id = ids.New("pi_");
        var automatic = ReadAutomatic(parameters);
        return new PaymentIntent
        {
            Id = id,
            AllowedPaymentMethodTypes = ReadAllowedTypes(parameters),
            Amount = amount,
            AutomaticPaymentMethods = automatic,
            CaptureMethod = parameters.OneOf("capture_method", "automatic", "automatic_async", "manual") ?? "automatic_async",
            ClientSecret = $"{id}_secret_{ids.Random(25)}",
            ConfirmationMethod = parameters.OneOf("confirmation_method", "automatic", "manual") ?? "automatic",
            Created = call.NowSeconds,
            Currency = currency,
            Description = parameters.Text("description"),
            Metadata = Metadata.Read(parameters),
            PaymentMethodConfigurationDetails = automatic is { Enabled: true } ? new("pmc_local", null) : null,
            ReceiptEmail = parameters.Text("receipt_email"),
            SetupFutureUsage = parameters.OneOf("setup_future_usage", "off_session", "on_session"),
            StatementDescriptorSuffix = parameters.Text("statement_descriptor_suffix"),
            Status = IntentStatus.RequiresPaymentMethod,
        };
    }

    /// <summary>On unless switched off.</summary>
    private static AutomaticPaymentMethods? ReadAutomatic(Parameters parameters)
    {
        var enabled = parameters.Flag("automatic_payment_methods[enabled]");
        var redirects = parameters.OneOf("automatic_payment_methods[allow_redirects]", "always", "never");
        if (redirects is not null && enabled is null)
            throw ApiException.Missing("automatic_payment_methods[enabled]");
        return enabled == false ? null : new AutomaticPaymentMethods(true, redirects ?? "always");
    }

    /// <summary>The version's successor of <c>payment_method_types</c>. Only cards are known here.</summary>
    private static List<string>? ReadAllowedTypes(Parameters parameters)
    {
        var types = parameters.Members("allowed_payment_method_types").Select(member => member.Value).ToList();
        if (types.Exists(type => type != "card"))
            throw ApiException.Invalid("The simulator knows the payment method type card only.", "allowed_payment_method_types");
        return types.Count == 0 ? null : types;
    }

    private static void RefuseConfirmOnly(Parameters parameters, bool confirm)
    {
        foreach (var name in (ReadOnlySpan<string>)["off_session", "return_url", "error_on_requires_action"])
        {
            if (!confirm && parameters.Has(name))
                throw ApiException.Invalid($"The parameter `{name}` cannot be passed when creating a PaymentIntent unless `confirm` is set to true.", name);
        }
    }
}
