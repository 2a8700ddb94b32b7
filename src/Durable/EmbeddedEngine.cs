using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nots.Application.Orchestration;

namespace Nots.Durable;

/// <summary>
/// The durable engine of one process, on one SQLite file. It lives once: started, stopped, disposed of. What was under way
/// when it ended, however it ended, goes on in the next one on the same file.
/// </summary>
public sealed class EmbeddedEngine : IHostedService, IAsyncDisposable
{
    private readonly EngineOptions _options;
    private readonly WorkflowCatalogue _catalogue;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private EngineParts? _parts;

    /// <param name="options">Checked here.</param>
    /// <param name="catalogue">What can be run; complete before the start.</param>
    /// <param name="scopes">Each try of an activity has a scope of its own.</param>
    /// <param name="time">The only clock.</param>
    /// <param name="loggers">No payload is ever logged.</param>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    public EmbeddedEngine(
        EngineOptions options, WorkflowCatalogue catalogue, IServiceScopeFactory scopes, TimeProvider time, ILoggerFactory loggers)
    {
        options.Validate();
        _options = options;
        _catalogue = catalogue;
        _scopes = scopes;
        _time = time;
        _loggers = loggers;
        _logger = loggers.CreateLogger<EmbeddedEngine>();
        Client = new EmbeddedClient(() => _parts is { IsAlive: true } parts ? parts : throw new EngineStoppedException(), options.MaxBacklog);
    }

    /// <summary>Usable once the engine has started; before and after, its calls throw <see cref="EngineStoppedException"/>.</summary>
    public IOrchestrationClient Client { get; }

    /// <summary>Opens the file and goes on with all that is under way.</summary>
    /// <exception cref="InvalidOperationException">Another process uses the file, or a later version wrote it.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (_parts is not null)
            throw new InvalidOperationException("The durable engine has been started already.");
        _parts = EngineParts.Open(_options, _catalogue, _scopes, _time, _loggers);
        var (instances, activities) = _parts.Recover();
        _logger.LogInformation("The durable engine has started: {Instances} instances and {Activities} activities to go on with", instances, activities);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Lets running activities end, then cancels them, and commits what has come of them. What is left goes on after the next
    /// start.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting for activities that do not end.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _parts, null) is { } parts)
            await parts.StopAsync(cancellationToken);
    }

    /// <summary>
    /// The history of an instance's present execution as it is stored, one JSON event each; null when there is no such
    /// instance. Kept as test data, it shows with <see cref="HistoryReplay"/> whether later code still fits.
    /// </summary>
    public IReadOnlyList<string>? ExportHistory(string instanceId) =>
        (_parts ?? throw new EngineStoppedException()).Reader.History(instanceId);

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    /// <summary>For tests: ends as a killed process would, with nothing more committed.</summary>
    internal async Task KillAsync()
    {
        if (Interlocked.Exchange(ref _parts, null) is { } parts)
            await parts.KillAsync();
    }
}
