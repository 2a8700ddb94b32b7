using Nots.Application.Orchestration;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests.RandomWorkflows;

/// <summary>Brings workflows what they wait for, and time.</summary>
internal sealed class Driver(EngineHost host, Workflow[] workflows)
{
    private readonly List<(string Instance, int Id)> _events = [.. workflows.SelectMany(
        (workflow, number) => workflow.Stages.SelectMany(stage => Model.EventsOf(stage, $"w{number}")))];

    private int _started;
    private string _state = "";

    public IEnumerable<(string Instance, Workflow Workflow)> Instances => workflows.Select((workflow, number) => ($"w{number}", workflow));

    public string Describe() => _state;

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
        var page = await host.Client.QueryAsync(new OrchestrationQuery(Name: Interpreter.Whole.Value), EngineHost.Token);
        _state = string.Join('\n', page.Instances);
        return page.Instances.All(instance => instance.Status is OrchestrationStatus.Completed);
    }
}
