using DurableTask.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskActivity = DurableTask.Core.TaskActivity;

namespace Nots.Durable.TaskHub;

/// <summary>Finds by name what DurableTask.Core's dispatchers are to run: the Durable Task SDK's classes behind its own shims.</summary>
internal sealed class DurableTaskShims
{
    private readonly IDurableTaskFactory _factory;
    private readonly IServiceProvider _services;
    private readonly DurableTaskShimFactory _shims;

    public DurableTaskShims(IDurableTaskFactory factory, DurableTaskWorkerOptions options, IServiceProvider services, ILoggerFactory loggers)
    {
        _factory = factory;
        _services = services;
        _shims = new DurableTaskShimFactory(options, loggers);
        Orchestrations = new Finder<TaskOrchestration>(FindOrchestration);
        Activities = new Finder<TaskActivity>(FindActivity);
    }

    public INameVersionObjectManager<TaskOrchestration> Orchestrations { get; }

    public INameVersionObjectManager<TaskActivity> Activities { get; }

    private NamedOrchestration FindOrchestration(string name) => new(name, this);

    private ScopedActivity FindActivity(string name) => new(name, this);

    /// <summary>Makes an activity for one try, of services that live as long.</summary>
    private sealed class ScopedActivity(TaskName name, DurableTaskShims shims) : TaskActivity
    {
        public override string Run(TaskContext context, string input) => throw new NotSupportedException("Activities are asynchronous.");

        public override async Task<string> RunAsync(TaskContext context, string input)
        {
            await using var scope = shims._services.CreateAsyncScope();
            return shims._factory.TryCreateActivity(name, scope.ServiceProvider, out var activity)
                ? await shims._shims.CreateActivity(name, activity).RunAsync(context, input)
                : throw new InvalidOperationException($"No activity is called '{name}'.");
        }
    }

    private sealed class Finder<T>(Func<string, T> find) : INameVersionObjectManager<T>
    {
        /// <remarks>Everything is known from the start.</remarks>
        public void Add(ObjectCreator<T> creator) => throw new NotSupportedException("Register it with the DurableTaskRegistry.");

        public T GetObject(string name, string? version) => find(name);
    }

    /// <summary>
    /// One execution of an orchestrator. An unknown name fails it, as the SDK's own workers do: operators see why, and restart it once
    /// the code is there.
    /// </summary>
    internal sealed class NamedOrchestration(TaskName name, DurableTaskShims shims) : TaskOrchestration
    {
        private TaskOrchestration? _shim;

        /// <summary>Known to the dispatcher only after it has found this; null for one without a parent.</summary>
        public ParentInstance? Parent { get; set; }

        public override Task<string> Execute(OrchestrationContext context, string input)
        {
            // Thrown from here, it would be the dispatcher's own fault, and the turn would be tried again and again.
            if (!shims._factory.TryCreateOrchestrator(name, shims._services, out var orchestrator))
                return Task.FromException<string>(new InvalidOperationException($"No orchestrator is called '{name}'."));
            var parent = Parent is { } known ? new ParentOrchestrationInstance(known.Name, known.OrchestrationInstance.InstanceId) : null;
            _shim = shims._shims.CreateOrchestration(name, orchestrator, parent);
            return _shim.Execute(context, input);
        }

        // The SDK's shim keeps the status in the context that it makes when it begins to execute.
        public override string? GetStatus() => _shim?.GetStatus();

        public override void RaiseEvent(OrchestrationContext context, string name, string input) => _shim?.RaiseEvent(context, name, input);
    }
}
