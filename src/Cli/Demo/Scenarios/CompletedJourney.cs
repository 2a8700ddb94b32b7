namespace Nots.Cli.Demo.Scenarios;

/// <summary>Booked, paid, assigned, driven.</summary>
internal sealed class CompletedJourney : IScenario
{
    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        await run.PayAsync(cancellationToken);
        await Dispatch.AssignAsync(run, cancellationToken);
        await Driving.CompleteAsync(run, cancellationToken);
    }
}
