using DurableTask.Core;
using Microsoft.DurableTask;
using Nots.Functions.StandInHost.Durable;
using Nots.Functions.StandInHost.Worker;

namespace Nots.Functions.StandInHost;

/// <summary>What the stand-in runs, and on what.</summary>
public sealed record StandInHostOptions
{
    /// <summary>The folder of the app: it has its assembly, and where it is started.</summary>
    public required string AppFolder { get; init; }

    /// <summary>Starts a worker, the first one and each that follows one that ended; see <see cref="WorkerProcess"/>.</summary>
    public required Func<WorkerStart, IWorker> StartWorker { get; init; }

    /// <summary>Where orchestrations are kept.</summary>
    public required DurableBackend Backend { get; init; }

    /// <summary>Orchestrations that run in the stand-in instead of the worker: they can do what the app's never would.</summary>
    public IReadOnlyList<ObjectCreator<TaskOrchestration>> Orchestrations { get; init; } = [];

    /// <summary>
    /// Whether a control that does not fit the instance, such as suspending it twice, is refused as the real extension refuses it. Other
    /// backends take it and do nothing.
    /// </summary>
    public bool RefusesControls { get; init; } = true;

    /// <summary>What orchestrators see as the current time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The built app as a process.</summary>
    /// <param name="app">Its assembly in its output folder.</param>
    /// <param name="settings">Its app settings.</param>
    /// <param name="backend">Where its orchestrations are kept.</param>
    public static StandInHostOptions ForApp(string app, IReadOnlyDictionary<string, string> settings, DurableBackend backend) =>
        new() { AppFolder = Path.GetDirectoryName(app)!, StartWorker = start => WorkerProcess.Start(app, settings, start), Backend = backend };

    /// <summary>Orchestrators and activities of a test, in the Functions worker in this process.</summary>
    /// <param name="register">Adds them.</param>
    /// <param name="backend">Where orchestrations are kept.</param>
    public static StandInHostOptions ForTasks(Action<DurableTaskRegistry> register, DurableBackend backend) =>
        new() { AppFolder = AppContext.BaseDirectory, StartWorker = start => RegistryWorker.Start(register, start), Backend = backend };
}
