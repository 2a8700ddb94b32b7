namespace Nots.Cli.Demo.Scenarios;

/// <summary>Paid, and called off by the customer while there is time.</summary>
internal sealed class CancelledEarly : IScenario
{
    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        await run.PayAsync(cancellationToken);
        await run.CancelAsCustomerAsync(cancellationToken);
    }
}
