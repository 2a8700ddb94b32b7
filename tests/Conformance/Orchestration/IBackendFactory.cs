using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Nots.Conformance.Tests.Orchestration;

/// <summary>Starts a Durable Task backend for one test. Backends started by one factory share their state, one after the other.</summary>
public interface IBackendFactory : IAsyncDisposable
{
    /// <summary>Whether it goes by the clock that it is given. Another one goes by this machine's, and time is waited for.</summary>
    bool TakesClock { get; }

    /// <summary>How much too early a timer may fire.</summary>
    TimeSpan TimerPrecision { get; }

    /// <summary>Starts a worker and a client on the factory's state, which is empty at first.</summary>
    /// <param name="register">Adds what the worker runs.</param>
    /// <param name="time">The clock that the test moves.</param>
    Task<IRunningBackend> StartAsync(Action<DurableTaskRegistry> register, TimeProvider time);
}

/// <summary>A worker that is running, and a client; disposing of it stops it and keeps its state.</summary>
public interface IRunningBackend : IAsyncDisposable
{
    DurableTaskClient Client { get; }

    /// <summary>Stops it in the midst of its work: what has begun and not ended is not waited for, and its outcome is lost.</summary>
    Task KillAsync();
}
