namespace Nots.Cli.Demo.Scenarios;

/// <summary>Called off by the dispatcher, for the customer on the telephone.</summary>
internal sealed class CancelledByStaff : IScenario
{
    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        await run.PayAsync(cancellationToken);
        await Dispatch.AssignAsync(run, cancellationToken);
        await run.CancelAsync(run.Cast.Dispatcher, "The customer rang", cancellationToken);
    }
}
