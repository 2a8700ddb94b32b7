using Nots.Cli.Wire;

namespace Nots.Cli.Demo.Scenarios;

/// <summary>The card is declined, the booking is held all the same, and the customer gives up.</summary>
internal sealed class CardDeclined : IScenario
{
    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        await run.ConfirmAsync(run.Row.Card!, ConfirmOutcome.Declined, cancellationToken);
        await run.WaitAsync("told of the declined card", booking => booking.Payment.Status == PaymentStatus.Failed, cancellationToken);
        await run.CancelAsCustomerAsync(cancellationToken);
    }
}
