using Nots.Cli.Wire;

namespace Nots.Cli.Demo.Scenarios;

/// <summary>The bank asks the card holder, who consents; then the journey goes its way.</summary>
internal sealed class AuthenticationRequired : IScenario
{
    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        var intent = await run.ConfirmAsync(run.Row.Card!, ConfirmOutcome.AuthenticationRequired, cancellationToken);
        run.Say("passing the bank's check");
        await run.Stripe.AuthenticateAsync(intent.PaymentIntentId, cancellationToken);
        await run.ConfirmedAsync(cancellationToken);
        await Dispatch.AssignAsync(run, cancellationToken);
        await Driving.CompleteAsync(run, cancellationToken);
    }
}
