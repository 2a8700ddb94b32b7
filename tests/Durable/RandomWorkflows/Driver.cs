using Microsoft.DurableTask.Client;
using Nots.Durable.Tests.Support;

namespace Nots.Durable.Tests.RandomWorkflows;

/// <summary>Brings workflows what they wait for, and time.</summary>
internal sealed class Driver(BackendHost host, Workflow[] workflows)
{
    private readonly List<(string Instance, int Id)> _events = [.. workflows.SelectMany(
        (workflow, number) => workflow.Stages.SelectMany(stage => Model.EventsOf(stage, $"w{number}")))];

    /// <summary>The workflows' instances as last seen.</summary>
    public IReadOnlyList<OrchestrationMetadata> Seen { get; private set; } = [];

    public string Describe() => string.Join('\n', Seen.Select(instance =>
        $"{instance.InstanceId} {instance.RuntimeStatus} {string.Join(' ', host.TypesAsync(instance.InstanceId).GetAwaiter().GetResult())} {instance.SerializedInput}"));

    public Workflow WorkflowOf(OrchestrationMetadata instance) => workflows[int.Parse(instance.InstanceId[1..], null)];

    /// <returns>Whether all have ended.</returns>
    public async Task<bool> StepAsync()
    {
        for (var number = 0; number < workflows.Length; number++)
        {
            if (await host.Client.GetInstanceAsync($"w{number}", BackendHost.Token) is null)
                await host.ScheduleAsync(Interpreter.Whole, $"w{number}", workflows[number]);
        }

        foreach (var pending in _events.ToList())
        {
            // What comes before its instance is there would be dropped.
            if (await host.Client.GetInstanceAsync(pending.Instance, BackendHost.Token) is null)
                continue;
            await host.Client.RaiseEventAsync(pending.Instance, $"event {pending.Id}", $"e{pending.Id}", BackendHost.Token);
            _events.Remove(pending);
        }

        host.Time.Advance(TimeSpan.FromMinutes(5));
        Seen = await host.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true))
            .Where(instance => instance.Name == Interpreter.Whole).ToListAsync(BackendHost.Token);
        return Seen.Count == workflows.Length && Seen.All(instance => instance.IsCompleted);
    }
}
