namespace Nots.Durable.Tests.RandomWorkflows;

/// <summary>What a workflow comes to, said without a backend.</summary>
internal static class Model
{
    public static string ResultOf(Workflow workflow) => workflow.SoFar + string.Concat(workflow.Stages.Select(stage => ResultOf(stage) + ";"));

    public static string ResultOf(Step step) => step switch
    {
        Work work => work.Failures > 2 ? $"failed{work.Id}" : $"w{work.Id}",
        Wait wait => $"e{wait.Id}",
        Sleep sleep => $"s{sleep.Id}",
        InOrder order => $"({string.Join(' ', order.Steps.Select(ResultOf))})",
        AtOnce once => $"[{string.Join(' ', once.Steps.Select(ResultOf))}]",
        Child child => $"<{ResultOf(child.Step)}>",
        Race race => ResultOf(race.Step),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>Every external event that the workflow waits for, and the instance that does.</summary>
    public static IEnumerable<(string Instance, int Id)> EventsOf(Step step, string instance) => step switch
    {
        Wait wait => [(instance, wait.Id)],
        InOrder order => order.Steps.SelectMany(inner => EventsOf(inner, instance)),
        AtOnce once => once.Steps.SelectMany(inner => EventsOf(inner, instance)),
        Child child => EventsOf(child.Step, $"{instance}/{child.Id}"),
        Race race => EventsOf(race.Step, instance),
        _ => [],
    };
}
