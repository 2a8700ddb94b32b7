using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;
using Nots.Application.Bookings;
using Nots.Application.Orchestration;
using Nots.Functions.Durable;
using Nots.Functions.Tests.Doubles;

namespace Nots.Functions.Tests.Durable;

public sealed class DurableClientTests : IAsyncDisposable
{
    private static readonly OrchestrationName<string, string> Works = new("works");

    private readonly FakeClient _fake = new();
    private readonly FakeTimeProvider _time = new(An.Hour);
    private readonly DurableClient _client;

    public DurableClientTests() => _client = new DurableClient(() => _fake, _time);


    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_instance_is_started_under_its_id_and_only_where_there_is_none_in_any_state()
    {
        Assert.True(await _client.StartAsync(Works, "one", "a", Token));

        Assert.Equal(["start works"], _fake.Calls);
        Assert.Equal(("one", "a"), (_fake.StartedWith!.InstanceId, _fake.LastPayload));
        Assert.Equal(Enum.GetNames<OrchestrationRuntimeStatus>().Order(), _fake.StartedWith.DedupeStatuses!.Order());
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    public async Task An_instance_that_is_there_is_not_started_again(OrchestrationRuntimeStatus status)
    {
        _fake.Put(An.Instance("one", status));

        Assert.False(await _client.StartAsync(Works, "one", "a", Token));
        Assert.Empty(_fake.Calls);
    }

    [Fact]
    public async Task A_start_that_came_second_is_none()
    {
        _fake.After = _ => An.Instance("one");
        _fake.Fault = new InvalidOperationException("exists");

        Assert.False(await _client.StartAsync(Works, "one", "a", Token));
    }

    [Fact]
    public async Task A_start_that_fails_otherwise_is_a_fault()
    {
        _fake.Fault = new InvalidOperationException("the store is down");

        Assert.Same(_fake.Fault, await Assert.ThrowsAsync<InvalidOperationException>(() => _client.StartAsync(Works, "one", "a", Token)));
    }

    [Fact]
    public async Task An_event_goes_to_a_live_instance()
    {
        _fake.Put(An.Instance("one", OrchestrationRuntimeStatus.Pending));

        Assert.True(await _client.RaiseEventAsync("one", BookingOrchestration.Changed, Nothing.Value, Token));
        Assert.Equal(["raise changed"], _fake.Calls);
        Assert.Same(Nothing.Value, _fake.LastPayload);
    }

    [Fact]
    public async Task Nobody_takes_an_event_of_an_instance_that_has_ended_or_is_not_there()
    {
        _fake.Put(An.Instance("one", OrchestrationRuntimeStatus.Terminated));

        Assert.False(await _client.RaiseEventAsync("one", "paid", "card", Token));
        Assert.False(await _client.RaiseEventAsync("nobody", "paid", "card", Token));
        Assert.Empty(_fake.Calls);
    }

    [Fact]
    public async Task An_event_that_the_instances_end_overtook_is_not_taken()
    {
        _fake.Put(An.Instance("one"));
        _fake.After = _ => An.Instance("one", OrchestrationRuntimeStatus.Completed);
        _fake.Fault = new InvalidOperationException("not running");

        Assert.False(await _client.RaiseEventAsync("one", "paid", "card", Token));
    }

    [Fact]
    public async Task A_suspension_is_seen_when_the_call_returns()
    {
        _fake.Put(An.Instance("one"));
        var suspended = _client.SuspendAsync("one", "an inspection", Token);
        Assert.False(suspended.IsCompleted);

        _fake.Put(An.Instance("one", OrchestrationRuntimeStatus.Suspended));
        _time.Advance(TimeSpan.FromMilliseconds(50));

        Assert.True(await suspended);
        Assert.Equal(["suspend for an inspection"], _fake.Calls);
    }

    [Fact]
    public async Task A_control_that_does_not_show_for_ten_seconds_is_on_its_way_all_the_same()
    {
        _fake.Put(An.Instance("one"));
        var suspended = _client.SuspendAsync("one", "an inspection", Token);

        for (var look = 0; look < 200 && !suspended.IsCompleted; look++)
            _time.Advance(TimeSpan.FromMilliseconds(50));

        Assert.True(await suspended);
    }

    [Fact]
    public async Task Only_a_suspended_instance_is_resumed()
    {
        _fake.Put(An.Instance("one"));
        Assert.False(await _client.ResumeAsync("one", "all well", Token));

        _fake.Put(An.Instance("one", OrchestrationRuntimeStatus.Suspended));
        _fake.After = _ => An.Instance("one");
        Assert.True(await _client.ResumeAsync("one", "all well", Token));
        Assert.Equal(["resume for all well"], _fake.Calls);
    }

    [Fact]
    public async Task A_live_instance_is_terminated_without_its_children()
    {
        _fake.Put(An.Instance("one"));
        _fake.After = _ => An.Instance("one", OrchestrationRuntimeStatus.Terminated);

        Assert.True(await _client.TerminateAsync("one", "enough", Token));
        Assert.False(await _client.TerminateAsync("one", "enough", Token));
        Assert.Equal(["terminate for enough"], _fake.Calls);
    }

    [Fact]
    public async Task An_ended_instance_is_restarted_under_its_own_id()
    {
        _fake.Put(An.Instance("one", OrchestrationRuntimeStatus.Failed));
        _fake.After = _ => An.Instance("one", OrchestrationRuntimeStatus.Completed, An.Hour.AddMinutes(5));

        Assert.True(await _client.RestartAsync("one", Token));
        Assert.Equal(["restart"], _fake.Calls);
    }

    [Fact]
    public async Task A_live_instance_is_neither_restarted_nor_purged()
    {
        _fake.Put(An.Instance("one"));

        Assert.False(await _client.RestartAsync("one", Token));
        Assert.False(await _client.PurgeAsync("one", Token));
        Assert.False(await _client.RestartAsync("nobody", Token));
        Assert.Empty(_fake.Calls);
    }

    [Fact]
    public async Task A_purged_instance_is_forgotten()
    {
        _fake.Put(An.Instance("one", OrchestrationRuntimeStatus.Completed));

        Assert.True(await _client.PurgeAsync("one", Token));
        Assert.False(await _client.PurgeAsync("one", Token));
        Assert.Null(await _client.GetAsync("one", Token));
        Assert.Null(await _client.GetHistoryAsync("one", Token));
    }

    [Fact]
    public void Outside_a_function_there_is_no_client() =>
        Assert.Contains("[DurableClient]", Assert.Throws<InvalidOperationException>(() => new CurrentClient().Value).Message, StringComparison.Ordinal);
}
