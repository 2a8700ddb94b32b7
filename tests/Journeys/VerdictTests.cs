using Nots.Journeys.Tests.Fakes;

namespace Nots.Journeys.Tests;

public sealed class VerdictTests
{
    [Theory]
    [InlineData("cancelled", "completed", 0)]
    [InlineData("completed", "refunded", 0)]
    [InlineData("completed", "completed", 1)]
    public async Task A_booking_that_ends_otherwise_than_its_row_expects_fails_the_demo(string status, string paymentStatus, int refundedPercent)
    {
        var report = await new FakeWorld().RunAsync(Rows.Of(Scenario.Complete, status, paymentStatus, refundedPercent));

        Assert.False(report.Passed);
        Assert.Contains("and should be", Assert.Single(report.Rows).Fault);
    }

    [Fact]
    public async Task A_row_that_fails_does_not_keep_the_others_from_passing()
    {
        var report = await new FakeWorld().RunAsync(Rows.Of(Scenario.Complete, "no_show", "completed"), Rows.CancelEarly);

        Assert.Equal([false, true], report.Rows.Select(row => row.Passed));
    }

    [Theory]
    [InlineData("running", "running after 60 s")]
    [InlineData("suspended", "suspended")]
    [InlineData("failed", "failed")]
    public async Task A_booking_whose_orchestration_does_not_end_well_fails_the_row_and_says_why(string status, string expected)
    {
        var report = await new FakeWorld(new Mischief { OrchestrationsStay = status }).RunAsync(Rows.Complete);

        Assert.EndsWith($"its orchestration is {expected}: Stripe is away.", Assert.Single(report.Rows).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1229, 50, 615)]
    [InlineData(1229, 100, 1229)]
    [InlineData(1229, 0, 0)]
    public void What_goes_back_is_rounded_to_the_penny_halves_up(long fare, int percent, long expected) =>
        Assert.Equal(expected, new Expectation("", "", percent).RefundOf(fare));
}
