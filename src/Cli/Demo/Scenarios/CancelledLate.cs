namespace Nots.Cli.Demo.Scenarios;

/// <summary>Called off by the customer so late that a driver is assigned already, who is released and told.</summary>
internal sealed class CancelledLate : IScenario
{
    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        await run.PayAsync(cancellationToken);
        await Dispatch.AssignAsync(run, cancellationToken);
        await run.CancelAsCustomerAsync(cancellationToken);
    }
}
