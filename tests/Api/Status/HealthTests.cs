using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nots.Api.Status;
using Nots.Api.Tests.Support;

namespace Nots.Api.Tests.Status;

public sealed class HealthTests
{
    [Fact]
    public async Task A_platform_is_ready_when_every_check_is()
    {
        await using var host = await ApiHost.StartAsync(services: services => services.RemoveAll<IReadinessCheck>().AddSingleton<IReadinessCheck>(new Check("table", null)));

        var answer = await host.GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.OK, """{"status":"ready","checks":[{"name":"table","ok":true}]}"""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task One_that_fails_makes_it_unready_and_only_the_log_knows_why()
    {
        await using var host = await ApiHost.StartAsync(services: services => services
            .RemoveAll<IReadinessCheck>()
            .AddSingleton<IReadinessCheck>(new Check("table", new InvalidOperationException("10.0.0.7")))
            .AddSingleton<IReadinessCheck>(new Check("engine", null)));

        var answer = await host.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal(("EXTERNAL_SERVICE_ERROR", """{"table":"failed"}"""), (answer.Code, answer.Error.GetProperty("details").GetRawText()));
        Assert.Contains(host.Log.Lines, line => line.Text.Contains("10.0.0.7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_check_that_hangs_is_given_up_after_two_seconds()
    {
        var hanging = new Check("table", null) { Gate = new TaskCompletionSource().Task };
        await using var host = await ApiHost.StartAsync(services: services => services.RemoveAll<IReadinessCheck>().AddSingleton<IReadinessCheck>(hanging));

        var call = host.GetAsync("/health/ready");
        await hanging.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        host.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await call).Status);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/v1/status")]
    public async Task A_process_that_answers_is_alive(string path)
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Equal("""{"status":"ok"}""", (await host.GetAsync(path)).Body);
    }

    private sealed class Check(string name, Exception? fault) : IReadinessCheck
    {
        public string Name { get; } = name;

        public Task? Gate { get; init; }

        public TaskCompletionSource Entered { get; } = new();

        public async Task CheckAsync(CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            if (fault is not null)
                throw fault;
            if (Gate is not null)
                await Gate;
        }
    }
}
