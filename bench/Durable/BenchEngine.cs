using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Nots.Application.Orchestration;

namespace Nots.Durable.Bench;

/// <summary>An engine on a file of its own, with one orchestration: activities one after the other that do nothing.</summary>
internal sealed class BenchEngine : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nots-bench-");
    private readonly MeterListener _listener = new();
    private readonly ServiceProvider _provider;
    private readonly EmbeddedEngine _engine;
    private long _commits;
    private long _turns;
    private long _activities;

    public BenchEngine()
    {
        _provider = new ServiceCollection().AddSingleton(Ticks).AddScoped<NoWork>().BuildServiceProvider();
        var catalogue = new WorkflowCatalogue()
            .AddOrchestration(Steps.Name, () => new Steps())
            .AddActivity<int, int, NoWork>(NoWork.Name);
        _engine = new EmbeddedEngine(
            new EngineOptions { DatabasePath = Path.Combine(_folder.FullName, "durable.db"), MaxBacklog = 1_000_000 },
            catalogue, _provider.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLoggerFactory.Instance);
    }

    public IOrchestrationClient Client => _engine.Client;

    public Ticks Ticks { get; } = new();

    public long Commits => Interlocked.Read(ref _commits);

    public long Turns => Interlocked.Read(ref _turns);

    public long Activities => Interlocked.Read(ref _activities);

    /// <summary>Bytes of history, as stored.</summary>
    public long HistoryBytes(IEnumerable<string> instances) =>
        instances.Sum(instance => _engine.ExportHistory(instance)!.Sum(line => (long)line.Length));

    public Task StartAsync()
    {
        Listen();
        return _engine.StartAsync(CancellationToken.None);
    }

    /// <summary>Waits until so many turns have been committed.</summary>
    public async Task EndedAsync(long turns)
    {
        var watch = Stopwatch.StartNew();
        while (Turns < turns)
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(40))
                throw new TimeoutException($"{Turns} of {turns} turns after 40 s.");
            await Task.Delay(1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _provider.DisposeAsync();
        _listener.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Listen()
    {
        _listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name is "nots.durable.turns" or "nots.durable.commit.size" or "nots.durable.activity.duration")
                self.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, _, _, _) => Interlocked.Increment(ref _turns));
        _listener.SetMeasurementEventCallback<int>((_, _, _, _) => Interlocked.Increment(ref _commits));
        _listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref _activities));
        _listener.Start();
    }
}
