using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Nots.Functions.Durable;
using Nots.Functions.Tests.Hosting;

namespace Nots.Functions.Tests.Durable;

/// <summary>Whoever holds a durable client in the function app reaches the one of the invocation that is running.</summary>
public sealed class CurrentClientTests
{
    [Fact]
    public async Task Invocations_at_the_same_time_each_have_their_own()
    {
        await using var app = App.Build();
        var held = app.GetRequiredService<DurableTaskClient>();
        var (both, set) = (new Barrier(2), app.GetRequiredService<CurrentClient>());

        var refusals = await Task.WhenAll(InvokeAsync("first"), InvokeAsync("second"));

        Assert.Equal(["first", "second"], refusals);

        Task<string> InvokeAsync(string name) => Task.Run(async () =>
        {
            set.Set(new NamedClient(name));
            both.SignalAndWait(TestContext.Current.CancellationToken);
            return (await Assert.ThrowsAsync<NamedException>(() => held.RaiseEventAsync("booking_1", "changed", null, TestContext.Current.CancellationToken))).Message;
        });
    }

    [Fact]
    public async Task A_function_that_gets_none_is_told_what_it_needs()
    {
        await using var app = App.Build();
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(
            () => app.GetRequiredService<DurableTaskClient>().GetInstanceAsync("booking_1", TestContext.Current.CancellationToken));
        Assert.Contains("[DurableClient]", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>A member that is not handed on would do something else than the worker's own client does.</summary>
    [Fact]
    public void Every_member_that_the_workers_client_has_of_its_own_is_handed_on()
    {
        string[] unused = ["get_Entities", "RewindInstanceAsync", "ListInstanceIdsAsync"];
        var client = typeof(DurableTaskClient).GetMethods().Where(method => method.IsVirtual && method.DeclaringType == typeof(DurableTaskClient));
        var longest = client.GroupBy(method => method.Name).Select(overloads => overloads.MaxBy(method => method.GetParameters().Length)!.Name);
        var handedOn = typeof(CurrentClient).GetMethods().Where(method => method.DeclaringType == typeof(CurrentClient)).Select(method => method.Name);

        // Those that only call another member need none of their own.
        Assert.Equal(longest.Except([.. unused, "GetInstanceAsync"]).Order(), handedOn.Except(["Set"]).Order());
    }
}
