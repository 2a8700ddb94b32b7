using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests.RandomWorkflows;

/// <summary>Brings workflows what they wait for, and time.</summary>
internal sealed class Driver(EngineHost host, Workflow[] workflows)
{
    private readonly List<(string Instance, int Id)> _events = [.. workflows.SelectMany(
        (workflow, number) => workflow.Stages.SelectMany(stage => Model.EventsOf(stage, $"w{number}")))];

    private int _started;

    /// <summary>The workflows' instances as last seen.</summary>
    public IReadOnlyList<OrchestrationInstance> Seen { get; private set; } = [];

    private IEnumerable<(string Instance, Workflow Workflow)> Instances => workflows.Select((workflow, number) => ($"w{number}", workflow));

    public string Describe() => string.Join('\n', Seen);

    public Workflow WorkflowOf(OrchestrationInstance instance) => Instances.Single(pair => pair.Instance == instance.InstanceId).Workflow;

    /// <returns>Whether all have ended.</returns>
    public async Task<bool> StepAsync()
    {
        foreach (var (instance, workflow) in Instances.Skip(_started))
        {
            await host.Client.StartAsync(Interpreter.Whole, instance, workflow, EngineHost.Token);
            _started++;
        }

        foreach (var pending in _events.ToList())
        {
            if (await host.Client.RaiseEventAsync(pending.Instance, $"event {pending.Id}", $"e{pending.Id}", EngineHost.Token))
                _events.Remove(pending);
        }

        host.Time.Advance(TimeSpan.FromMinutes(5));
        Seen = (await host.Client.QueryAsync(new OrchestrationQuery(Name: Interpreter.Whole.Value), EngineHost.Token)).Instances;
        return Seen.Count == workflows.Length && Seen.All(instance => instance.Status is OrchestrationStatus.Completed);
    }
}
