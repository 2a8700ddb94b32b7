using Nots.Functions.Durable;
using RetryPolicy = Nots.Application.Orchestration.RetryPolicy;

namespace Nots.Functions.Tests.Durable;

public sealed class RetryOptionsTests
{
    [Fact]
    public void Every_part_of_the_policy_is_passed_on() => Assert.Equal(
        (8, TimeSpan.FromSeconds(1), 2.5, TimeSpan.FromMinutes(1), TimeSpan.FromHours(2)),
        Map(new RetryPolicy(8, TimeSpan.FromSeconds(1), 2.5, TimeSpan.FromMinutes(1), TimeSpan.FromHours(2))));

    /// <summary>Durable Task's own default is an hour.</summary>
    [Fact]
    public void Without_a_limit_of_the_waits_they_are_as_long_as_in_every_engine() => Assert.Equal(
        (3, TimeSpan.FromMinutes(1), 1.0, TimeSpan.FromDays(30), Timeout.InfiniteTimeSpan), Map(new RetryPolicy(3, TimeSpan.FromMinutes(1))));

    [Fact]
    public void A_limit_below_the_first_wait_holds_for_that_one_too() => Assert.Equal(
        (3, TimeSpan.FromSeconds(30), 2.0, TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan),
        Map(new RetryPolicy(3, TimeSpan.FromMinutes(1), 2.0, TimeSpan.FromSeconds(30))));

    [Fact]
    public void A_time_that_is_over_before_the_second_try_leaves_one_try() =>
        Assert.Equal(1, Map(new RetryPolicy(3, TimeSpan.FromMinutes(1), Timeout: TimeSpan.FromSeconds(30))).Attempts);

    [Fact]
    public void No_wait_at_all_is_the_shortest_that_Durable_Task_knows() =>
        Assert.Equal(TimeSpan.FromMilliseconds(1), Map(new RetryPolicy(3, TimeSpan.Zero)).First);

    private static (int Attempts, TimeSpan First, double Coefficient, TimeSpan Longest, TimeSpan Timeout) Map(RetryPolicy policy)
    {
        var mapped = RetryOptions.Of(policy).Policy!;
        return (mapped.MaxNumberOfAttempts, mapped.FirstRetryInterval, mapped.BackoffCoefficient, mapped.MaxRetryInterval, mapped.RetryTimeout);
    }
}
