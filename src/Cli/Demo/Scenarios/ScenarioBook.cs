using Nots.Cli.Journeys;

namespace Nots.Cli.Demo.Scenarios;

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
