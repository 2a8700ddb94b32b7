using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class LogsHoldNoPayloadTest
{
    private const string Secret = "07700 900123";

    [Fact]
    public async Task Neither_success_nor_failure_nor_giving_up_shows_what_was_passed()
    {
        var lines = new ConcurrentQueue<string>();
        await using var host = new BackendHost { Loggers = new Collector(lines) };
        host.World.Work = input => input == "fail" ? throw new InvalidOperationException("no") : Task.FromResult(input);
        host.Define<string, string>("works", Workflows.WorkAsync);
        host.Define<string, string>("waits", Workflows.WaitAsync);
        host.Options = host.Options with { MaxSessions = 0 };
        await host.StartAsync();

        await host.ScheduleAsync("works", "one", Secret);
        await host.EndedAsync("one");
        await host.ScheduleAsync("works", "two", "fail");
        await host.EndedAsync("two");
        await host.ScheduleAsync("waits", "three", Secret);
        await host.UntilAsync("three", OrchestrationRuntimeStatus.Running);
        Database.Scalar(host, $"UPDATE history SET events = '[{{\"secret\":\"{Secret}\"}}]'");
        await host.Client.RaiseEventAsync("three", "go", Secret, BackendHost.Token);
        await host.UntilAsync("three", OrchestrationRuntimeStatus.Failed);
        await host.ScheduleAsync("waits", "four", Secret);
        await host.Client.TerminateInstanceAsync("four", Secret, BackendHost.Token);

        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    private sealed class Collector(ConcurrentQueue<string> lines) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
