using Nots.Functions.Durable;
using Nots.Functions.Tests.Doubles;

namespace Nots.Functions.Tests.Durable;

public sealed class EventWaitsTests
{
    private readonly FakeContext _fake = new();

    private DurableContext Context => field ??= new DurableContext(_fake);

    [Fact]
    public async Task Who_waited_first_gets_the_first_event()
    {
        var first = Wait<string>("letter");
        var second = Wait<string>("Letter");

        _fake.Raise("letter", "a");
        _fake.Raise("letter", "b");

        Assert.Equal(["a", "b"], await Task.WhenAll(first, second));
        Assert.Equal(["wait letter", "wait letter"], _fake.Calls);
    }

    [Fact]
    public async Task An_event_that_nobody_waits_for_any_more_goes_to_the_next_who_does()
    {
        using var givesUp = new CancellationTokenSource();
        var abandoned = WaitUntil<string>("paid", givesUp.Token);
        givesUp.Cancel();

        _fake.Raise("paid", "at last");

        Assert.True(abandoned.IsCanceled);
        Assert.Equal("at last", await Wait<string>("paid"));
        Assert.Equal(["wait paid"], _fake.Calls);
    }

    [Fact]
    public async Task A_wait_after_a_cancelled_one_takes_its_place()
    {
        using var givesUp = new CancellationTokenSource();
        _ = WaitUntil<string>("paid", givesUp.Token);
        givesUp.Cancel();
        var next = Wait<string>("paid");

        _fake.Raise("paid", "at last");

        Assert.Equal("at last", await next);
        Assert.Equal(["wait paid"], _fake.Calls);
    }

    [Fact]
    public void An_event_that_nobody_read_goes_to_the_next_execution()
    {
        using var givesUp = new CancellationTokenSource();
        _ = WaitUntil<string>("paid", givesUp.Token);
        givesUp.Cancel();
        _fake.Raise("paid", "at last");

        Context.ContinueAsNew(1);

        Assert.Equal(["wait paid", "send paid at last to booking_1", "continue as new with unread events"], _fake.Calls);
    }

    [Fact]
    public void A_cancelled_token_is_a_cancelled_wait()
    {
        Assert.True(WaitUntil<string>("paid", new CancellationToken(canceled: true)).IsCanceled);
        Assert.Empty(_fake.Calls);
    }

    [Fact]
    public async Task Who_is_woken_by_an_event_may_wait_for_the_next()
    {
        var read = ReadTwoAsync();

        _fake.Raise("letter", "a");
        _fake.Raise("letter", "b");

        Assert.Equal("ab", await read);

        async Task<string> ReadTwoAsync() =>
            await Wait<string>("letter") + await Wait<string>("letter");
    }

    [Fact]
    public void Events_of_one_name_are_of_one_type()
    {
        _ = Wait<string>("letter");

        Assert.Throws<ArgumentException>(() => { _ = Wait<int>("letter"); });
    }

    private Task<T> Wait<T>(string eventName) => WaitUntil<T>(eventName, CancellationToken.None);

    private Task<T> WaitUntil<T>(string eventName, CancellationToken givesUp) => Context.WaitForExternalEventAsync<T>(eventName, givesUp);
}
