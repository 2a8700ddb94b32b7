using Nots.Journeys.Tests.Fakes;

namespace Nots.Journeys.Tests;

public sealed class MessageCheckTests
{
    [Fact]
    public async Task Every_step_of_a_journey_is_told_over_both_channels()
    {
        var report = await new FakeWorld().RunAsync(Rows.Complete);

        // Confirmed, assigned, en route, arrived, completed: by e-mail and by SMS.
        Assert.Equal(10, report.Messages.Sent);
        Assert.Empty(report.Messages.Faults);
    }

    [Fact]
    public async Task A_message_that_is_sent_twice_fails_the_demo()
    {
        var report = await new FakeWorld(new Mischief { TemplateSentTwice = "driver-assigned" }).RunAsync(Rows.Complete);

        Assert.Equal(
            ["NOTS-000001: driver-assigned by email was sent 2 times instead of 1.", "NOTS-000001: driver-assigned by sms was sent 2 times instead of 1."],
            report.Messages.Faults);
        Assert.False(report.Passed);
    }

    [Fact]
    public async Task A_message_that_is_not_sent_fails_the_demo()
    {
        var report = await new FakeWorld(new Mischief { TemplateForgotten = "booking-confirmed" }).RunAsync(Rows.Complete);

        Assert.Equal(2, report.Messages.Faults.Count);
        Assert.False(report.Passed);
    }
}
