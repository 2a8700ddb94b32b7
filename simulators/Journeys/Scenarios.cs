using System.Globalization;
using Nots.Client;

namespace Nots.Journeys;

/// <summary>What is done to a journey, from the quote to its end. Each reads like the story that it tells.</summary>
internal interface IScenario
{
    /// <exception cref="StepFailedException">It did not go as told.</exception>
    Task PlayAsync(JourneyRun run, CancellationToken cancellationToken);
}

/// <summary>Which story belongs to which name.</summary>
internal static class ScenarioBook
{
    public static IScenario For(Scenario scenario) => scenario switch
    {
        Scenario.Complete => new CompletedJourney(),
        Scenario.CancelEarly => new CancelledEarly(),
        Scenario.CancelLate => new CancelledLate(),
        Scenario.CancelEnRoute => new CancelledEnRoute(),
        Scenario.CancelByStaff => new CancelledByStaff(),
        Scenario.NoShow => new NoShow(),
        Scenario.Declined => new CardDeclined(),
        Scenario.DeclinedThenPaid => new CardDeclinedThenPaid(),
        Scenario.Authentication => new AuthenticationRequired(),
        Scenario.PaymentTimeout => new PaymentTimedOut(),
        _ => throw new ArgumentOutOfRangeException(nameof(scenario), scenario, "There is no such scenario."),
    };
}

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

/// <summary>Called off by the customer when the driver is on the way.</summary>
internal sealed class CancelledEnRoute : IScenario
{
    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        await run.PayAsync(cancellationToken);
        await Dispatch.AssignAsync(run, cancellationToken);
        await Driving.ReportAsync(run, cancellationToken, AmendProgress.EnRoute);
        await run.CancelAsCustomerAsync(cancellationToken);
    }
}

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

/// <summary>The driver waits at the kerb as long as waiting is free, and nobody comes.</summary>
internal sealed class NoShow : IScenario
{
    private const string Settings = "Nots__MinimumNotice=00:00:00 Nots__FreeWaiting=00:00:01 Nots__AirportFreeWaiting=00:00:01";

    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        await run.PayAsync(cancellationToken);
        await Dispatch.AssignAsync(run, cancellationToken);
        await Driving.ReportAsync(run, cancellationToken, AmendProgress.EnRoute, AmendProgress.Arrived);
        await GiveUpAsync(run, cancellationToken);
    }

    /// <summary>Reports at once; a refusal says when the free waiting ends.</summary>
    private static async Task GiveUpAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        try
        {
            await Driving.ReportAsync(run, cancellationToken, AmendProgress.NoShow);
        }
        catch (NotsException refusal) when (FreeWaitingEnds(refusal) is { } end)
        {
            if (end - run.Patience.Now > run.Patience.Limit)
                throw new PolicyOutOfReachException($"The free waiting ends at {end.UtcDateTime:u}, and the demo waits {run.Patience.Limit.TotalSeconds:0} s.", Settings);
            run.Say("waiting at the kerb");
            await run.Patience.SleepUntilAsync(end, cancellationToken);
            await Driving.ReportAsync(run, cancellationToken, AmendProgress.NoShow);
        }
    }

    private static DateTimeOffset? FreeWaitingEnds(NotsException refusal) =>
        DateTimeOffset.TryParse(refusal.Detail("freeWaitingEnds"), CultureInfo.InvariantCulture, out var end) ? end : null;
}

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

/// <summary>Nobody pays, the hold ends, and the platform releases the booking by itself.</summary>
internal sealed class PaymentTimedOut : IScenario
{
    public async Task PlayAsync(JourneyRun run, CancellationToken cancellationToken)
    {
        await run.BookAsync(cancellationToken);
        var end = run.Booking.HeldUntil ?? throw new StepFailedException("The booking does not say until when it is held.");
        if (end - run.Patience.Now > run.Patience.Limit)
        {
            throw new PolicyOutOfReachException(
                $"The hold for the payment ends at {end.UtcDateTime:u}, and the demo waits {run.Patience.Limit.TotalSeconds:0} s.",
                "Nots__PaymentHold=00:00:10");
        }
        run.Say($"not paying until {end.UtcDateTime:T}");
        await run.Patience.SleepUntilAsync(end, cancellationToken);
        await run.WaitAsync("released", booking => booking.Status == BookingStatus.Cancelled, cancellationToken);
    }
}
