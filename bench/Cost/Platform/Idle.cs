using System.Diagnostics.Metrics;

namespace Nots.Cost.Bench.Platform;

/// <summary>Knows from the durable backend's own measure whether it has anything to do.</summary>
internal sealed class Idle : IDisposable
{
    private const int LooksInARow = 10;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(3);

    private readonly MeterListener _listener = new();
    private long _backlog;

    public Idle()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "nots.durable.backlog")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => _backlog = value);
        _listener.Start();
    }

    /// <summary>Waits until something holds and the backend has nothing more to do.</summary>
    /// <exception cref="TimeoutException">It did not come to pass.</exception>
    public async Task WhenAsync(Func<bool> holds, Func<string> otherwise)
    {
        using var bound = new CancellationTokenSource(Bound);
        for (var idle = 0; idle < LooksInARow; await Task.Delay(Between, CancellationToken.None))
        {
            if (bound.IsCancellationRequested)
                throw new TimeoutException($"It did not come to pass within {Bound}: {otherwise()}");
            _listener.RecordObservableInstruments();
            idle = _backlog == 0 && holds() ? idle + 1 : 0;
        }
    }

    public void Dispose() => _listener.Dispose();
}
