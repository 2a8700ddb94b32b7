using Microsoft.Extensions.Logging;
using Nots.Storage.Table;

namespace Nots.Storage.Sqlite;

/// <summary>Deletes, from time to time, items that expired a while ago, a few in each of the writer's batches.</summary>
internal sealed partial class ExpirySweep : IAsyncDisposable
{
    private const int ItemsAtOnce = 200;

    private readonly GroupCommitWriter _writer;
    private readonly TimeProvider _time;
    private readonly TimeSpan _delay;
    private readonly ILogger _logger;
    private readonly PeriodicTimer _timer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public ExpirySweep(GroupCommitWriter writer, SqliteTableOptions options, TimeProvider time, ILogger logger)
    {
        _writer = writer;
        _time = time;
        _delay = options.SweepDelay;
        _logger = logger;
        _timer = new PeriodicTimer(options.SweepInterval, time);
        _loop = RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            try
            {
                await SweepAsync();
            }
            catch (TableUnavailableException e)
            {
                LogPutOff(e);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task SweepAsync()
    {
        var before = (_time.GetUtcNow() - _delay).ToUnixTimeSeconds();
        int swept;
        do
            swept = await _writer.RunAsync(ItemsAtOnce, session => session.Sweep(before, ItemsAtOnce), _stop.Token);
        while (swept == ItemsAtOnce);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired items are swept later: the table is unavailable.")]
    private partial void LogPutOff(Exception cause);
}
