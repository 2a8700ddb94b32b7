namespace Nots.Functions.StandInHost.Worker;

/// <summary>A worker that was started: a process of its own, or something in this one.</summary>
public interface IWorker : IAsyncDisposable
{
    /// <summary>Completes when it has ended, whatever the reason.</summary>
    Task Ended { get; }

    /// <summary>Ends it at once, without a word, as <c>kill -9</c> does.</summary>
    void Kill();
}

/// <summary>What a worker needs to know in order to connect.</summary>
/// <param name="Host">Where the stand-in listens for it.</param>
/// <param name="WorkerId">What it must call itself.</param>
/// <param name="Log">Takes whatever it writes, line by line.</param>
public sealed record WorkerStart(Uri Host, string WorkerId, Action<string?> Log);
