using Nots.Cli.Wire;

namespace Nots.Cli.Demo.Scenarios;

/// <summary>The card is declined, another one is taken, and the journey goes its way.</summary>
internal sealed class CardDeclinedThenPaid : IScenario
{
    private const string AnotherCard = "pm_card_visa";

    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        await run.ConfirmAsync(run.Row.Card!, ConfirmOutcome.Declined, cancellationToken);
        await run.WaitAsync("told of the declined card", booking => booking.Payment.Status == PaymentStatus.Failed, cancellationToken);
        await run.ConfirmAsync(AnotherCard, ConfirmOutcome.Paid, cancellationToken);
        await run.ConfirmedAsync(cancellationToken);
        await Dispatch.AssignAsync(run, cancellationToken);
        await Driving.CompleteAsync(run, cancellationToken);
    }
}
