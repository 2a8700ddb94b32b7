namespace Nots.Cli.Wire;

/// <summary>How a card took a payment.</summary>
internal enum ConfirmOutcome
{
    Paid,
    Declined,

    /// <summary>The bank asks the card holder first.</summary>
    AuthenticationRequired,
}
