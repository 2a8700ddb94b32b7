using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests;

public sealed class LogsHoldNoPayloadTest
{
    private const string Secret = "07700 900123";

    [Fact]
    public async Task Neither_success_nor_failure_nor_parking_shows_what_was_passed()
    {
        var lines = new ConcurrentQueue<string>();
        await using var host = new EngineHost { Loggers = new Collector(lines) };
        host.World.Work = (input, _) => throw new InvalidOperationException(input);
        var fails = host.Define<string, string>("fails", (context, input) => context.CallActivityAsync(ScriptedActivity.Name, input));
        var strays = host.Define<string, string>("strays", async (context, _) => await new TaskCompletionSource<string>().Task);
        await host.StartAsync();

        await host.Client.StartAsync(fails, "one", Secret, EngineHost.Token);
        await host.Client.StartAsync(strays, "two", Secret, EngineHost.Token);
        await host.EndedAsync("one");
        await host.UntilAsync("two", instance => instance.Status == OrchestrationStatus.Suspended);

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
