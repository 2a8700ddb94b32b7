namespace Nots.StripeSimulator.Payments;

/// <summary>What a test card does.</summary>
internal enum CardBehaviour
{
    Succeeds,
    Declines,

    /// <summary>Asks for 3-D Secure, then succeeds.</summary>
    NeedsAuthentication,

    /// <summary>Succeeds, and the card holder disputes it at once.</summary>
    Disputes,

    /// <summary>Succeeds; a refund to it stays pending until it is settled by the switch.</summary>
    RefundsLate,

    /// <summary>Succeeds; a refund to it succeeds and fails later, by the switch.</summary>
    RefundFails,
}
