using Amazon.DynamoDBv2.Model;
using Nots.Storage.DynamoDb;
using Nots.Storage.Table;

namespace Nots.Storage.Tests.DynamoDb;

/// <summary>How long is waited between tries.</summary>
public sealed class RequestRetriesTests
{
    private static readonly DynamoDbOptions Options = new() { Attempts = 8, Deadline = TimeSpan.FromSeconds(60), AttemptTimeout = TimeSpan.FromSeconds(59) };

    [Theory]
    [InlineData(0.2, new double[] { 10, 20, 40, 80, 160, 200, 200 })]
    [InlineData(0.5, new double[] { 25, 50, 100, 200, 400, 500, 500 })]
    [InlineData(0.8, new double[] { 40, 80, 160, 320, 640, 800, 800 })]
    public async Task Waits_are_random_below_a_bound_that_doubles_up_to_a_second(double chance, double[] milliseconds)
    {
        var clock = new HastyClock(Options.AttemptTimeout);

        await Assert.ThrowsAsync<TableUnavailableException>(() => ThrottledAsync(Options with { DeadlineClock = clock }, chance));

        Assert.Equal(milliseconds, clock.Waits.Select(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public async Task No_wait_goes_beyond_the_deadline()
    {
        var clock = new HastyClock(TimeSpan.FromSeconds(0.4));
        var options = Options with { DeadlineClock = clock, Deadline = TimeSpan.FromSeconds(0.4), AttemptTimeout = TimeSpan.FromSeconds(0.4) };

        await Assert.ThrowsAsync<TableUnavailableException>(() => ThrottledAsync(options, 0.5));

        Assert.Equal([25, 50, 100, 200], clock.Waits.Select(wait => wait.TotalMilliseconds));
    }

    private static Task<int> ThrottledAsync(DynamoDbOptions options, double chance) => new RequestRetries(options, new Chance(chance)).ReadAsync<int>(
        "get", _ => throw new ProvisionedThroughputExceededException("too much") { ErrorCode = "ProvisionedThroughputExceededException" }, TestContext.Current.CancellationToken);

    private sealed class Chance(double value) : Random
    {
        public override double NextDouble() => value;
    }

    /// <summary>Waits take no time, and the clock goes on by them. The bound of a try, at least so long, never comes.</summary>
    private sealed class HastyClock(TimeSpan bound) : TimeProvider
    {
        private long _now;

        public List<TimeSpan> Waits { get; } = [];

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var isBound = dueTime >= bound - TimeSpan.FromTicks(_now);
            if (!isBound)
            {
                Waits.Add(dueTime);
                _now += dueTime.Ticks;
            }

            return System.CreateTimer(callback, state, isBound ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
