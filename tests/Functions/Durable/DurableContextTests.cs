using Microsoft.DurableTask;
using Nots.Application.Orchestration;
using Nots.Functions.Durable;
using Nots.Functions.Tests.Doubles;
using RetryPolicy = Nots.Application.Orchestration.RetryPolicy;

namespace Nots.Functions.Tests.Durable;

public sealed class DurableContextTests
{
    private static readonly ActivityName<string, string> Work = new("work");
    private static readonly OrchestrationName<string, string> Child = new("child");

    private readonly FakeContext _fake = new();

    private DurableContext Context => field ??= new DurableContext(_fake);

    [Fact]
    public void The_clock_and_the_id_are_Durable_Tasks()
    {
        _fake.Now = DateTime.SpecifyKind(_fake.Now, DateTimeKind.Unspecified);

        Assert.Equal(("booking_1", new DateTimeOffset(2031, 3, 1, 9, 0, 0, TimeSpan.Zero), false), (Context.InstanceId, Context.CurrentUtc, Context.IsReplaying));
    }

    [Fact]
    public void Guids_and_loggers_are_the_replay_safe_ones()
    {
        Assert.Equal(new Guid(1, 0, 0, new byte[8]), Context.NewGuid());
        Context.CreateReplaySafeLogger("bookings");
        Assert.Equal(["logger bookings"], _fake.Calls);
    }

    [Fact]
    public async Task An_activity_is_called_by_its_name_without_options_where_there_is_no_policy()
    {
        _fake.Answer = (_, input) => $"{input}!";

        Assert.Equal("a!", await Context.CallActivityAsync(Work, "a"));
        Assert.Equal(["activity work a"], _fake.Calls);
        Assert.Equal([null], _fake.Options);
    }

    [Fact]
    public async Task A_failed_activity_is_told_in_the_ports_words()
    {
        _fake.Answer = (_, _) => throw new InvalidOperationException("no taxi in sight");

        var failed = await Assert.ThrowsAsync<ActivityFailedException>(() => Context.CallActivityAsync(Work, "a"));

        Assert.Equal(("work", new FailureDetails("System.InvalidOperationException", "no taxi in sight", "at somewhere")), (failed.Activity, failed.Failure));
    }

    [Fact]
    public async Task A_child_has_the_id_that_it_was_given()
    {
        _fake.Answer = (_, _) => "done";

        Assert.Equal("done", await Context.CallSubOrchestrationAsync(Child, "a", "the child", new RetryPolicy(2, TimeSpan.FromMinutes(1))));

        var options = Assert.IsType<SubOrchestrationOptions>(Assert.Single(_fake.Options));
        Assert.Equal(("the child", 2), (options.InstanceId, options.Retry!.Policy!.MaxNumberOfAttempts));
        Assert.Equal(["child child a"], _fake.Calls);
    }

    [Fact]
    public async Task A_child_without_an_id_gets_one_that_is_the_same_on_every_replay_and_that_its_failure_names()
    {
        _fake.Answer = (_, _) => throw new InvalidOperationException("lost");

        var failed = await Assert.ThrowsAsync<SubOrchestrationFailedException>(() => Context.CallSubOrchestrationAsync(Child, "a"));

        var id = new Guid(1, 0, 0, new byte[8]).ToString("N");
        Assert.Equal(("child", id, "lost"), (failed.Orchestration, failed.InstanceId, failed.Failure.Message));
        Assert.Equal((id, null), Assert.Single(_fake.Options) is SubOrchestrationOptions options ? (options.InstanceId, options.Retry) : default);
    }

    /// <summary>So it is with one that was terminated.</summary>
    [Fact]
    public async Task A_childs_failure_of_which_nothing_is_known_is_a_failure_all_the_same()
    {
        _fake.Answer = (_, _) => throw new TaskFailedException("child", 1, (TaskFailureDetails)null!);

        var failed = await Assert.ThrowsAsync<SubOrchestrationFailedException>(() => Context.CallSubOrchestrationAsync(Child, "a", "the child"));

        Assert.Equal("Microsoft.DurableTask.TaskFailedException", failed.Failure.ErrorType);
    }

    [Fact]
    public void A_timer_is_Durable_Tasks_own_whatever_its_length()
    {
        using var stop = new CancellationTokenSource();
        var timer = Context.CreateTimerAsync(new DateTimeOffset(2032, 6, 1, 10, 0, 0, TimeSpan.FromHours(1)), stop.Token);

        stop.Cancel();

        Assert.True(timer.IsCanceled);
        Assert.Equal(["timer 2032-06-01T09:00:00.0000000Z", "cancel timer 2032-06-01T09:00:00.0000000Z"], _fake.Calls);
    }

    [Fact]
    public void Continuing_as_new_keeps_unread_events()
    {
        Context.ContinueAsNew("next");

        Assert.Equal(["continue as new with unread events"], _fake.Calls);
        Assert.Equal("next", _fake.ContinuedWith);
    }

    [Fact]
    public void The_custom_status_is_passed_on()
    {
        Context.SetCustomStatus("driver assignment");

        Assert.Equal("driver assignment", _fake.CustomStatus);
    }
}
