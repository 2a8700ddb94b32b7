using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Nots.Application.Orchestration;
using Nots.Functions.Durable;
using Nots.Functions.Tests.Doubles;

namespace Nots.Functions.Tests.Durable;

public sealed class ActivityRunnerTests
{
    private static readonly ActivityName<string, string> Name = new("work");

    private readonly FakeTimeProvider _time = new(An.Hour);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_activity_of_the_catalogue_is_run_in_a_scope_of_its_own_with_the_functions_client()
    {
        await using var services = Services((work, input) => Task.FromResult($"{input} {work.Client is FakeClient}"));
        var runner = services.GetRequiredService<ActivityRunner>();

        Assert.Equal("a True", await runner.RunAsync(Name, "a", new FakeClient(), Token));
        Assert.Equal("b True", await runner.RunAsync(Name, "b", new FakeClient(), Token));
        Assert.Equal(2, services.GetRequiredService<Made>().Count);
    }

    [Fact]
    public async Task An_activity_that_takes_too_long_fails_whether_or_not_it_heeds_its_token()
    {
        await using var services = Services((_, _) => new TaskCompletionSource<string>().Task);
        var run = services.GetRequiredService<ActivityRunner>().RunAsync(Name, "a", new FakeClient(), Token);

        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("The activity did not end within 00:00:30.", (await Assert.ThrowsAsync<TimeoutException>(() => run)).Message);
    }

    [Fact]
    public async Task A_host_that_stops_cancels_the_activity()
    {
        await using var services = Services((_, _) => new TaskCompletionSource<string>().Task);
        using var stop = new CancellationTokenSource();
        var run = services.GetRequiredService<ActivityRunner>().RunAsync(Name, "a", new FakeClient(), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private ServiceProvider Services(Func<Work, string, Task<string>> run) => new ServiceCollection()
        .AddSingleton<TimeProvider>(_time)
        .AddSingleton(new WorkflowCatalogue().AddActivity<string, string, Work>(Name, TimeSpan.FromSeconds(30)))
        .AddSingleton<CurrentClient>()
        .AddSingleton<ActivityRunner>()
        .AddSingleton<Made>()
        .AddSingleton(run)
        .AddScoped<Work>()
        .BuildServiceProvider();

    private sealed class Made
    {
        public int Count { get; set; }
    }

    private sealed class Work : IActivity<string, string>
    {
        private readonly CurrentClient _current;
        private readonly Func<Work, string, Task<string>> _run;

        public Work(CurrentClient current, Func<Work, string, Task<string>> run, Made made)
        {
            (_current, _run) = (current, run);
            made.Count++;
        }

        public object Client => _current.Value;

        public Task<string> RunAsync(string input, CancellationToken cancellationToken) => _run(this, input);
    }
}
