using Nots.Journeys.Tests.Fakes;

namespace Nots.Journeys.Tests;

public sealed class ScenarioTests
{
    public static TheoryData<string> Scenarios => [.. Enum.GetNames<Scenario>()];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Every_scenario_ends_as_its_row_says_on_a_platform_that_keeps_the_rules(string name)
    {
        var report = await new FakeWorld().RunAsync(RowFor(Enum.Parse<Scenario>(name)));

        Assert.Equal([null], report.Rows.Select(row => row.Fault));
        Assert.Empty(report.Money.Faults);
        Assert.Empty(report.Messages.Faults);
        Assert.True(report.Passed);
    }

    [Theory]
    [InlineData("cash")]
    [InlineData("account")]
    public async Task A_journey_without_a_card_is_driven_without_a_payment(string method)
    {
        var world = new FakeWorld();

        var report = await world.RunAsync(Rows.Of(Scenario.Complete, "completed", "not_required", method: method));

        Assert.True(report.Passed);
        Assert.Equal(0, report.Money.Charged);
        Assert.DoesNotContain(world.Requests, request => request.Contains("/v1/payments/intents", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_booking_is_made_by_staff()
    {
        var world = new FakeWorld();

        await world.RunAsync(Rows.Of(Scenario.Complete, "completed", "not_required", method: "account"));

        Assert.Contains("dispatcher POST /v1/bookings", world.Requests);
    }

    [Fact]
    public async Task A_driver_who_was_taken_in_the_meantime_is_passed_over_for_the_next()
    {
        var world = new FakeWorld(new Mischief { DriversTaken = 1 });

        var report = await world.RunAsync(Rows.Complete);

        Assert.True(report.Passed);
        Assert.Equal(FakeWorld.DriverOne, Assert.Single(world.Bookings.Values).DriverId);
    }

    [Fact]
    public async Task No_driver_at_all_fails_the_row_with_the_last_refusal()
    {
        var report = await new FakeWorld(new Mischief { DriversTaken = 99 }).RunAsync(Rows.Complete);

        Assert.Contains("No driver could be assigned", Assert.Single(report.Rows).Fault);
        Assert.Contains("The driver is taken.", Assert.Single(report.Rows).Fault);
    }

    [Theory]
    [InlineData("driver_1", "driver")]
    [InlineData("driver_2", "dispatcher")]
    public async Task Progress_comes_from_the_driver_with_a_sign_in_and_from_the_dispatcher_for_another(string assigned, string reporter)
    {
        var world = new FakeWorld { Drivers = [assigned] };

        await world.RunAsync(Rows.Complete);

        Assert.Equal([reporter, reporter, reporter, reporter], world.Requests.Where(request => request.Contains(" PATCH ", StringComparison.Ordinal)).Select(request => request.Split(' ')[0]));
    }

    [Fact]
    public async Task A_confirmation_that_never_comes_fails_the_row_within_the_timeout()
    {
        var world = new FakeWorld(new Mischief { NeverConfirms = true }) { PaymentHold = TimeSpan.FromHours(1) };

        var report = await world.RunAsync(Rows.Complete);

        Assert.Equal("It was not confirmed within 60 s: pending, payment pending, £0.00 back.", Assert.Single(report.Rows).Fault);
    }

    [Fact]
    public async Task A_long_wait_stays_far_below_the_request_limits()
    {
        var world = new FakeWorld(new Mischief { NeverConfirms = true }) { PaymentHold = TimeSpan.FromHours(1) };

        await world.RunAsync(Rows.Complete);

        Assert.InRange(world.Requests.Count, 20, 60);
    }

    private static JourneyRow RowFor(Scenario scenario) => scenario switch
    {
        Scenario.Complete => Rows.Complete,
        Scenario.CancelEarly => Rows.CancelEarly,
        Scenario.CancelLate => Rows.CancelLate,
        Scenario.CancelEnRoute => Rows.Of(scenario, "cancelled", "completed"),
        Scenario.CancelByStaff => Rows.Of(scenario, "cancelled", "refunded", 100),
        Scenario.NoShow => Rows.NoShow,
        Scenario.Declined => Rows.Of(scenario, "cancelled", "cancelled", card: "pm_card_chargeDeclined"),
        Scenario.DeclinedThenPaid => Rows.Of(scenario, "completed", "completed", card: "pm_card_chargeDeclined"),
        Scenario.Authentication => Rows.Of(scenario, "completed", "completed", card: "pm_card_authenticationRequired"),
        Scenario.PaymentTimeout => Rows.PaymentTimeout,
        _ => throw new ArgumentOutOfRangeException(nameof(scenario)),
    };
}
