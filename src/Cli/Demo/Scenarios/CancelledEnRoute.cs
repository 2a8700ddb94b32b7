using Nots.Cli.Wire;

namespace Nots.Cli.Demo.Scenarios;

/// <summary>Called off by the customer when the driver is on the way.</summary>
internal sealed class CancelledEnRoute : IScenario
{
    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        await run.PayAsync(cancellationToken);
        await Dispatch.AssignAsync(run, cancellationToken);
        await Driving.ReportAsync(run, cancellationToken, Progress.EnRoute);
        await run.CancelAsCustomerAsync(cancellationToken);
    }
}
