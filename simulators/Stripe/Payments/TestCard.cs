namespace Nots.StripeSimulator.Payments;

/// <summary>One of Stripe's test cards (docs.stripe.com/testing).</summary>
/// <param name="Name">Of its payment method, after <c>pm_card_</c>.</param>
/// <param name="Code">The error's code when it declines.</param>
/// <param name="DeclineCode">The bank's reason when it declines.</param>
/// <param name="Message">For the customer.</param>
internal sealed record TestCard(
    string Name,
    string Number,
    CardBehaviour Behaviour,
    string? Code = null,
    string? DeclineCode = null,
    string? Message = null)
{
    public string Brand => Number[0] switch
    {
        '5' => "mastercard",
        '3' => "amex",
        _ => "visa",
    };

    public string Last4 => Number[^4..];

    /// <summary>The same for the same number, as at Stripe.</summary>
    public string Fingerprint => $"sim{Number[^13..]}";
}
